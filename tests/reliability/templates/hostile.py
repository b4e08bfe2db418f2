"""Templates that would fill the memory, the disk or the day."""

from __future__ import annotations

from typing import Final

from tests.reliability.templates.own import document


def _doubled(times: int) -> str:
    steps = "{% set ns.x = ns.x ~ ns.x %}" * times
    return f"{{% set ns = namespace(x='aaaaaaaaaa') %}}{steps}{{{{ ns.x|length }}}}"


_ENDED: Final = {
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "a filter in loops": "{% for a in range(99999) %}{% for b in range(9999) %}{{ ''|upper }}{% endfor %}{% endfor %}",
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "a number without end": "{% set ns = namespace(x=9) %}" + "{% set ns.x = ns.x * ns.x %}" * 40 + "{{ ns.x }}",
}
"""These end only because they are ended."""

_REFUSED: Final = {
    "a text repeated": "{{ 'a' * 1000000000 }}",
    "a list repeated": "{{ ([1] * 1000000000)|length }}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a text doubled": _doubled(40),
    "a replacement that grows": "{{ ('a'" + "|replace('a', 'aaaaaaaaaa')" * 10 + ")|length }}",
    "a text method that grows": "{{ ('a'" + ".replace('a', 'aaaaaaaaaa')" * 10 + ")|length }}",
    "a text set far to the left": "{{ 'a'.ljust(2000000000)|length }}",
    "a centred text": "{{ 'a'|center(2000000000)|length }}",
    "a wide format": "{{ '{:>2000000000}'.format(1)|length }}",
    "an old wide format": "{{ '%2000000000d' % 1 }}",
    "a joined join": "{{ range(99999)|join(range(99999)|join)|length }}",
    "a batch filled up": "{{ [1]|batch(100000000, 0)|list|length }}",
    "slices without end": "{{ [1]|slice(100000000)|list|length }}",
    "a flood": "{% for a in range(99999) %}{% for b in range(999) %}xxxxxxxxxx{% endfor %}{% endfor %}",
    "a flood of elements": "{% for a in range(99999) %}<b>x</b>{% endfor %}" * 9,
    "a range too long": "{{ range(10000000000)|list|length }}",
    "a macro that calls itself": "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "a loop into itself": "{% set x = namespace(a=1) %}{% for i in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}",
    "deep brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep lists": "{{ " + "[" * 90 + "1" + "]" * 90 + " }}",
    "deep elements": "<b>" * 50_000 + "x" + "</b>" * 50_000,
    "text methods by another name": "{{ ''['ljust'](2000000000)|length ~ ''['format_map'](d) }}",
    "a huge template": "{{ 1 }}" * 300_000,
    "a template that takes itself in": "{% include 'SELF' %}",
    "lorem ipsum": "{{ lipsum(100000) }}",
    "a page a thousand kilometres long": '</p><gap h="999999999mm"/><p>',
    "a sort of everything": "{{ range(99999)|list|sort|reverse|list|unique|list|sum }}",
    "a round to the last digit": "{{ 1.5|round(99999999) }}",
    "XML entities": "</p><!DOCTYPE d [<!ENTITY a 'x'>]><p>",
}
"""These are refused, or end of themselves."""

HOSTILE: Final = {name: document(body) for name, body in (_ENDED | _REFUSED).items()} | {
    "thirty thousand pages": "<document>" + "<pagebreak/>" * 30_000 + "</document>",
    "forty thousand gaps": "<document>" + "<gap h='0'/>" * 40_000 + "</document>",
}
ENDED: Final = frozenset(_ENDED)
