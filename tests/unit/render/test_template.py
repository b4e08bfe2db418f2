"""The sandbox, the block language's strictness, and errors that name the template's own line."""

from pathlib import Path

import pytest

from app.render.elements import ELEMENTS
from app.render.sheet import TemplateError, Templates
from tests.unit.render.bench import ROOTS, Bench, text


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("<document>\n<tabel/>\n</document>", 2, "unknown element <tabel>; known: "),
        (
            '<document>\n{% for i in [1] %}\n<p colour="x">a</p>{% endfor %}</document>',
            3,
            "<p> has no attribute 'colour'",
        ),
        ("<document>\n<p>{{ d.sellr }}</p></document>", 2, "no attribute 'sellr'"),
        ("<document>\n<p>a</document>", 2, "not well-formed near here"),
        ('<document>\n\n<gap h="wide"/></document>', 3, "'wide' is no length (h of <gap>); write 12mm, 12 (mm) or 8pt"),
        ('<document>\n<p style="none">a</p></document>', 2, "there is no style 'none'; known: "),
        ("<document>\n<pair>a</pair></document>", 2, "<pair> cannot stand in <document>"),
        ("<document>\n<band>words</band></document>", 2, "<band> holds no text of its own"),
        (
            '<document>\n<table each="goods"><col width="9" value="a"/></table></document>',
            2,
            "there are no rows 'goods'",
        ),
        ("<document>\n<p>{{ d.items( }}</p></document>", 2, "unexpected"),
        ('<document>\n<band><column width="170"/><column width="20"/></band></document>', 2, "10.0 mm wider"),
        ('<document>\n<sums table="x"><line/></sums></document>', 2, "no table 'x' stands above"),
    ],
)
def test_a_mistake_names_the_templates_own_line(tmp_path: Path, body: str, line: int, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Bench(tmp_path, body).draw()
    assert caught.value.where == f"paper.xml.j2:{line}"
    assert words in caught.value.message


@pytest.mark.parametrize("body", ["", "no XML at all", "<!DOCTYPE x>", "{{ d.v }}", "<p>a</p>"])
def test_a_template_that_is_no_paper_is_named(tmp_path: Path, body: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Bench(tmp_path, body).draw({"v": "<document/>"})
    assert caught.value.where.partition(":")[0] == "paper.xml.j2"


@pytest.mark.parametrize(
    "expression",
    [
        "d.__class__", "''.__class__.__mro__", "d['a'].__init__", "lipsum.__globals__", "cycler.__init__.__globals__",
        "d.update({'a': 'b'})", "d.pop('a')", "[].append(1)", "d.clear()", "''.format.__self__",
        "'{0.__class__}'.format(d)",
        "range(10 ** 9)",
        "range(10 * 9999999)", "'x' * 9999999999", "'%999999999d' % 1", "[1] * 99999999", "9 ** 9",
        "self._TemplateReference__context", "open('x')", "x",
    ],
)  # fmt: skip
def test_nothing_but_the_data_can_be_reached(tmp_path: Path, expression: str) -> None:
    with pytest.raises(TemplateError):
        Bench(tmp_path, f"<document><p>{{{{ {expression} }}}}</p></document>").draw({"a": "x"})


@pytest.mark.parametrize("name", ["../paper", "/etc/passwd", "a/../paper", "_parts\\x", "C:paper", "nowhere"])
def test_a_template_is_only_found_under_its_roots(tmp_path: Path, name: str) -> None:
    bench = Bench(tmp_path, "<document/>")
    with pytest.raises(TemplateError):
        bench.templates.xml(name, ROOTS)


@pytest.mark.parametrize(
    "body",
    [
        '<!DOCTYPE d [<!ENTITY e "x">]><document><p>&e;</p></document>',
        "<document><![CDATA[x]]></document>",
        "<?xml version='1.0'?><document/>",
        "<document>" + "<keep>" * 60 + "</keep>" * 60 + "</document>",
        "<document>{% for i in range(90000) %}<p>" + "x" * 90 + "</p>{% endfor %}</document>",
    ],
)
def test_entities_depth_and_size_are_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(TemplateError):
        Bench(tmp_path, body).draw()


@pytest.mark.parametrize(
    "value",
    [
        "<b>bold</b>",
        "{{ 7*7 }}",
        "{% raw %}",
        "&amp;",
        '" x="y',
        "]]>",
        "<script>alert(1)</script>",
        "(a) \\ b)",
        "%(x)s",
    ],
)
def test_markup_in_a_value_prints_as_it_stands(tmp_path: Path, value: str) -> None:
    body = '<document><p>{{ d.v }}</p><label right="{{ d.v }}">L</label></document>'
    drawn = Bench(tmp_path, body).draw({"v": value})
    assert text(drawn).count(value) == 2


def test_line_breaks_of_the_data_are_kept_and_those_of_the_template_are_not(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "<document><p>\n  before\n  {{ d.v }}\n</p></document>")
    xml = bench.xml({"v": "one\ntwo"})
    assert "one&#10;two" in xml
    assert "_l=" not in xml


def test_characters_that_xml_cannot_carry_are_left_out(tmp_path: Path) -> None:
    drawn = Bench(tmp_path, "<document><p>{{ d.v }}</p></document>").draw({"v": "a\x00b\x0bc\ufffed\ud800e"})
    assert "abcde" in text(drawn)


def test_a_persons_own_folder_comes_before_the_built_in_one(tmp_path: Path) -> None:
    for name in ("own", "built_in"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "p.xml.j2").write_text(f"<document><p>{name}</p></document>", encoding="utf-8")
    assert "own" in Templates([tmp_path / "own", tmp_path / "built_in"]).xml("p", ROOTS)


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "<document><p>first</p></document>")
    assert "first" in bench.xml()
    (tmp_path / "paper.xml.j2").write_text("<document><p>and second</p></document>", encoding="utf-8")
    assert "second" in bench.xml()


def test_a_sheet_has_exactly_the_five_roots(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="roots"):
        Bench(tmp_path, "<document/>").draw(roots=ROOTS | {"os": {}})


@pytest.mark.parametrize("tag", sorted(ELEMENTS))
def test_every_element_stands_in_the_reference_for_authors(tag: str) -> None:
    reference = (Path(__file__).parents[3] / "templates" / "README.md").read_text(encoding="utf-8")
    line = next((line for line in reference.splitlines() if line.startswith(f"| `{tag}` ")), "")
    assert all(f"`{name}`" in line for name in ELEMENTS[tag].attributes), f"{tag}: {line}"
