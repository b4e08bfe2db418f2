"""Jinja templates in a sandbox, strict and escaped; every error names the template's own file and line."""

import re
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, Undefined, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

SUFFIX: Final = ".xml.j2"
LONGEST: Final = 2_000_000
"""Characters of a paper's block XML; the rows of tables are not in it."""

# A line break that came with the data; line breaks of the template itself are only spaces.
LINE_BREAK: Final = "\ufdd2"
PAGE: Final = "\ufdd0"
PAGES: Final = "\ufdd1"

_JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->)", re.DOTALL)
_START_TAG = re.compile(r"<([A-Za-z][\w.-]*)")
_MARK = re.compile(r' _l="([^"]*)"')
# What XML cannot carry, and noncharacters, of which the engine uses three itself.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DICT_METHODS: Final = frozenset({"get", "items", "keys", "values"})
_TEXT_METHODS: Final = frozenset({
    "capitalize", "count", "endswith", "find", "isalnum", "isalpha", "isdecimal", "isdigit", "islower", "isspace",
    "isupper", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rpartition", "rsplit",
    "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
})  # fmt: skip
_GLOBALS: Final = frozenset({"dict", "namespace", "range"})
# None that repeats, pads, formats, marks a value as markup or reaches for attributes by name.
_FILTERS: Final = frozenset({
    "abs", "batch", "capitalize", "count", "d", "default", "first", "int", "items", "join", "last", "length", "list",
    "lower", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort",
    "string", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount",
})  # fmt: skip
_MACHINERY: Final = ("jinja2.runtime", "jinja2.environment", "jinja2.utils")


class TemplateError(Exception):
    """A mistake in a template. `where` is the template's "file:line", `message` says what to change."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class Templates:
    """Finds templates in `roots` in order: a person's own folder before the built-in one."""

    def __init__(self, roots: Sequence[Path | Traversable]) -> None:
        self.roots = tuple(roots)
        self._environment = _Sandbox(
            loader=_Folders(self.roots),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=[_LineMarks],
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_ready,
        )

    def xml(self, template: str, roots: Mapping[str, object]) -> str:
        """The block XML of `template`, its start tags marked with their line. Raises TemplateError."""
        name = template + SUFFIX
        try:
            return _bounded(self._environment.get_template(name).generate(roots), name)
        except TemplateSyntaxError as error:
            raise TemplateError(f"{error.name}:{error.lineno}", error.message or "cannot be read") from None
        except TemplateNotFound as error:
            raise TemplateError(name, f"there is no template '{error.name}'") from None
        except (TemplateError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001  whatever a template provoked, its author must get the line
            raise TemplateError(self._line_of(error, name), str(error) or type(error).__name__) from None

    def _line_of(self, error: Exception, name: str) -> str:
        # Jinja rewrites the traceback so that frames inside a template carry the template's file and line.
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
        if not frames:
            return name
        file = frames[-1].filename
        root = next((str(root) for root in self.roots if file.startswith(str(root))), "")
        return f"{file.removeprefix(root).replace(chr(92), '/').lstrip('/')}:{frames[-1].lineno}"


def _bounded(pieces: Iterable[str], name: str) -> str:
    """All pieces, as long as they are not too long together; what comes after that is never made."""
    kept, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise TemplateError(name, f"makes more than the {LONGEST} characters that are drawn")
        kept.append(piece)
    return "".join(kept)


def without_marks(xml: str) -> str:
    """Block XML without the hidden line marks. Values hold no bare quotation marks, so no value is touched."""
    return _MARK.sub("", xml).replace(LINE_BREAK, "&#10;")


def last_mark(xml: str, file: str) -> str:
    """The "file:line" of the last start tag in a stretch of marked block XML; before the first tag, the `file`."""
    found = _MARK.findall(xml)
    return found[-1] if found else file


class _LineMarks(Extension):
    """Writes a hidden `_l="file:line"` into every start tag before Jinja sees it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        done, line = [], 1
        for index, part in enumerate(_JINJA.split(source)):
            done.append(part if index % 2 else self._marked(part, line, name or "?"))
            line += part.count("\n")
        return "".join(done)

    def _marked(self, text: str, line: int, name: str) -> str:
        counted = 0

        def mark(match: re.Match[str]) -> str:
            nonlocal line, counted
            line, counted = line + text.count("\n", counted, match.start()), match.start()
            return f'{match.group()} _l="{name}:{line}"'

        return _START_TAG.sub(mark, text)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Only the items of dicts and lists, the methods of texts the sandbox allows, and Jinja's own loop and macros."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        verbs: dict[str, Any] = dict(self.globals)
        self.globals = {name: _Verb(verbs[name]) for name in _GLOBALS}
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.EvalContextModifier):
            raise TemplateSyntaxError("autoescape cannot be switched", node.lineno, name, filename)
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        # Repeating a text or formatting it wide could fill the memory; a paper only counts with these.
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"'{operator}' is only for whole numbers, '**' for none")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        # The macros of an imported template, asked for again and again; nothing else of it has such a name.
        if type(obj) is TemplateModule and attribute[0] != "_" and attribute in vars(obj):
            return vars(obj)[attribute]
        found = super().getattr(obj, attribute)
        is_method = isinstance(obj, (dict, str)) and callable(found) and not isinstance(found, Undefined)
        return _Verb(found) if is_method else found

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        # Jinja would give templates a tame str.format; ours do without, since it can still make a text of any width.
        return None

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, dict) and attr not in _DICT_METHODS:
            return False
        if isinstance(obj, str) and attr not in _TEXT_METHODS:
            return False
        if not isinstance(obj, (dict, str)) and not type(obj).__module__.startswith(_MACHINERY):
            return False
        return super().is_safe_attribute(obj, attr, value)


class _Verb:
    """Something a template may call and not print: printed, it would tell an address in the memory."""

    __slots__ = ("_call",)

    def __init__(self, call: Callable[..., Any]) -> None:
        self._call = call

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self._call(*arguments, **named)

    def __repr__(self) -> str:
        raise SecurityError("there are brackets missing: something that is called cannot be printed")


class _Folders(BaseLoader):
    def __init__(self, roots: Sequence[Path | Traversable]) -> None:
        self._roots = roots

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:
        parts = template.split("/")
        if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
            raise TemplateNotFound(template)
        for root in self._roots:
            file = root.joinpath(*parts)
            if file.is_file() and _stands_in(file, root):
                return file.read_text(encoding="utf-8"), str(file), _unchanged(file)
        raise TemplateNotFound(template)


def _stands_in(file: Path | Traversable, root: Path | Traversable) -> bool:
    """Whether a file of a person's folder lies there itself, and is no link to somewhere else."""
    if not isinstance(file, Path) or not isinstance(root, Path):
        return True
    return file.resolve().is_relative_to(root.resolve())


def _unchanged(file: Path | Traversable) -> Callable[[], bool]:
    """Whether the file is still as it was read: a person may be changing it while the program runs."""
    if not isinstance(file, Path):
        return lambda: True
    read = file.stat()

    def same() -> bool:
        return file.is_file() and (now := file.stat()).st_mtime_ns == read.st_mtime_ns and now.st_size == read.st_size

    return same


def _ready(value: Any) -> Any:
    if type(value) is not str:
        return "" if value is None else _printable(value)
    if value.isascii() and value.isprintable():
        return value
    return clean(value).replace("\n", LINE_BREAK)


def _printable(value: Any) -> Any:
    if not isinstance(value, (str, int, float, Undefined)):
        raise SecurityError(f"a {type(value).__name__} cannot be printed, only texts and numbers")
    return value


def clean(text: str) -> str:
    """A value without characters that no paper can carry; line ends of all systems become newlines."""
    if text.isascii() and text.isprintable():
        return text
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
