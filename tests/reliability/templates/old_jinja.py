"""Prints the version of Jinja and the escapes that its plain sandbox lets out. Run by a test against old versions."""

from __future__ import annotations

from importlib.metadata import version

from jinja2 import DictLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tests.reliability.templates.escapes import CVES, Escape, has_escaped, run


def said(escape: Escape) -> str:
    """What the template makes, or the text of its error."""
    loader = DictLoader({escape.name: escape.body, **escape.others})
    environment = ImmutableSandboxedEnvironment(loader=loader, autoescape=True)
    environment.filters["run"] = run
    try:
        return environment.get_template(escape.name).render(d={"a": "x"})
    except Exception as error:  # noqa: BLE001 - the error's text is what is looked at
        return str(error)


print(version("jinja2"))
for name, escape in CVES.items():
    if has_escaped(said(escape)):
        print(name)
