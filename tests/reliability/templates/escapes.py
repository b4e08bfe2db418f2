"""Templates that try to leave the sandbox, and how it shows that one did. Knows nothing but Jinja's language.

Imported also by a bare Python with an old Jinja, so it imports nothing of the program.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

SESAME: Final = "sesame-4711"
"""Stands in the environment and in a global of this module, where only an escape finds it."""
_TELL_TALE = re.compile(
    r"<(class|function|built-?in|bound|module|method|frame|code|slot)\b|object at 0x|__import__|1337"
)


class Escape(NamedTuple):
    """A template called ``name``; ``others`` stand beside it."""

    body: str
    name: str = "paper"
    others: Mapping[str, str] = {}


def has_escaped(said: str) -> bool:
    """Whether a rendered text, or the text of an error, shows something from outside the template's data."""
    said = html.unescape(said)
    return SESAME in said or _TELL_TALE.search(said) is not None


def run(value: object, argument: object) -> object:
    """A filter as programs have them, that calls what a template puts into it (CVE-2024-56326)."""
    return value.run(argument)  # type: ignore[attr-defined]


_DEEP = "{0.__class__.__mro__[1].__subclasses__}"

CVES: Final = {
    "CVE-2016-10745 format": Escape("{{ '" + _DEEP + "'.format(d) }}"),
    "CVE-2019-10906 format_map": Escape("{{ '{x.__class__.__mro__}'.format_map(dict(x=d)) }}"),
    "CVE-2024-56201 a file's name": Escape(
        "{% from 'macro' import m %}{{ m() }}", name="{7*191}", others={"macro": ""}
    ),
    "CVE-2024-56326 a stored format": Escape(
        "{% set ns = namespace() %}{% set ns.run = '{0.__call__.__builtins__[__import__]}'.format %}{{ ns | run(no) }}"
    ),
    "CVE-2025-27516 attr": Escape("{{ '{0.__call__.__builtins__[__import__]}' | attr('format')(no) }}"),
}

_EXPRESSIONS: Final = (
    # Attributes that lead from any object to everything.
    "''.__class__", "''.__class__.__mro__[1].__subclasses__()", "d.__class__.__base__", "().__class__.__bases__[0]",
    "[].__class__.__base__.__subclasses__()", "{}.__init__.__globals__", "d['__class__']", "d|attr('__class__')",
    "''['__class__']", "''['\\x5f\\x5fclass\\x5f\\x5f']", "''|attr('\\x5f\\x5fclass\\x5f\\x5f')", "1.0.__class__",
    "true.__class__", "none.__class__", "(1).__class__", "d.get.__self__", "d.items.__func__", "d.keys.__class__",
    "''.join.__self__", "''.upper.__class__", "'a'.split.__call__", "range.__class__", "range.__call__", "dict.mro()",
    "dict.__subclasses__()", "dict.__base__", "dict.fromkeys.__self__", "namespace.__init__.__globals__",
    "namespace().__init__.__globals__", "namespace(a=1)['__class__']", "namespace()._Namespace__attrs",
    # Jinja's own machinery.
    "self.__init__.__globals__", "self._TemplateReference__context", "self.__class__", "loop", "caller", "varargs",
    "lipsum.__globals__", "lipsum.__globals__['os'].environ", "cycler.__init__.__globals__.os.environ", "joiner",
    "joiner.__init__.__globals__", "config", "request", "environment", "context", "super", "url_for.__globals__",
    "g.pop.__globals__", "get_flashed_messages.__globals__", "undefined_name.__class__", "undefined_name|attr('x')",
    "(undefined_name|default(d)).__class__", "undefined_name._undefined_message",
    "undefined_name._fail_with_undefined_error",
    # Formatting.
    "'%s'|format(d.get)", "'{0.__class__}'|format", "'{0}'.format(d.get)", "'{0.__init__}'.format(d)",
    "('{0.__cla' ~ 'ss__}').format(d)", "'{a.__class__}'.format_map(d)", "'%r' % d.get", "'%(a)r' % d",
    "['{0.__class__}']|map('format', d)|list", "'{0.__class__}'.format", "('{0.__class__}'|e).format(d)",
    "('{0.__class__}'|e)|attr('format')(d)", "['{0.__class__}'.format]|first|string",
    "(['{0.__class__}']|map(attribute='format')|first)(d)", "[d]|map(attribute='__class__')|list",
    "[d]|groupby('__class__')", "[d]|sort(attribute='__class__')|first|attr('__class__')",
    "[d]|sum(attribute='__class__')",
    "[d]|selectattr('__class__')|list|length ~ d.__class__", "[d]|map('attr', '__class__')|list",
    "d|tojson|attr('__html__')",
    "d|pprint", "d.get|pprint", "d.get|string", "range|string", "dict|string", "d.get ~ ''", "[d.get]|join", "d.items",
    # Changing the data, and text methods that return objects.
    "d.update({'a': 'b'})", "d.clear()", "d.pop('a')", "d.setdefault('b', 1)", "d.__setitem__('a', 1)", "[1].append(2)",
    "code.popitem()", "''.encode()", "''.translate", "'a'.maketrans", "d.copy", "d.fromkeys('a')",
)  # fmt: skip

_BODIES: Final = (
    "{% import 'os' as os %}{{ os.environ }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../etc/hostname' %}",
    "{% include ['/proc/self/environ', '/etc/passwd'] %}",
    "{% extends '/proc/self/environ' %}",
    "{% from '/etc/passwd' import root %}{{ root }}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m._func }}",
    "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}x{% endcall %}",
    "{% macro m() %}{{ varargs.__class__ }}{{ kwargs.__class__ }}{% endmacro %}{{ m(1, a=2) }}",
    "{% for x in [1] %}{{ loop.__class__ }}{{ loop._iterator }}{% endfor %}",
    "{% for x in [1] %}{{ loop.cycle.__globals__ }}{% endfor %}",
    "{% for x in [1] recursive %}{{ loop.__call__ }}{% endfor %}",
    "{% set x = namespace() %}{% set x.__class__ = d %}{{ x.__class__ }}",
    "{% set d.a = 'changed' %}{{ d.a }}",
    "{% autoescape false %}{{ d.get }}{% endautoescape %}",
    "{% filter attr('__class__') %}x{% endfilter %}",
    "{% filter string %}{{ d.get }}{% endfilter %}",
    "{% with f = d.get %}{{ f }}{% endwith %}",
    "{% set f = '{0.__class__}'.format %}{{ f(d) }}",
    "{% set f = '{0.__class__}'.format %}{% macro m(g) %}{{ g(d) }}{% endmacro %}{{ m(f) }}",
    "{% for k, v in d.items() %}{{ v.__class__ }}{% endfor %}",
    "{% if ''.__class__ %}{{ ''.__class__ }}{% endif %}",
    "{{ d.get.__self__ if true }}",
    "{% do d.update({'a': 1}) %}",
    "{% debug %}",
    "{% trans %}{{ d.get }}{% endtrans %}",
    "{% print(d.get) %}",
)

ESCAPES: Final = {
    **CVES,
    **{expression: Escape(f"{{{{ {expression} }}}}") for expression in _EXPRESSIONS},
    **{body: Escape(body) for body in _BODIES},
}
