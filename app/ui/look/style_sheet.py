"""The one style sheet: what Fusion gets wrong in fields, buttons, menus and scroll bars. Knows no widget class of ours.

Buttons say what they are in the property ``kind``; fields say in the property ``problem`` whether they have one.
No layout here but the heights and paddings of these. ``color`` is left out of the fields: with it, the placeholder
becomes half-transparent text of 3.3:1.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.ui.look.scale import HIT, px
from app.ui.look.tokens import Tokens, contrast

_BARE = ("quiet", "plain", "faint", "icon", "tab")
"""Buttons that are only a word or a picture until one points at them."""
_BLACK = "#000000"
_UNBOUNDED = (1 << 24) - 1  # QWIDGETSIZE_MAX


def style_sheet(tokens: Tokens) -> str:
    """The whole sheet, at the text size now."""
    fields, buttons = (_fields, _cells, _combo_lists), (_buttons, _primary, _bare_buttons, _chosen, _disabled)
    parts = (*fields, *buttons, _menus, _bars, _dialogs)
    return "\n".join(rule for part in parts for rule in part(tokens))


def _fields(t: Tokens) -> Iterator[str]:
    yield (
        f"QLineEdit,QPlainTextEdit,QComboBox{{border:1px solid {t.edge};border-radius:4px;margin:1px;padding:0 9px;"
        f"background:{t.surface};selection-background-color:{t.accent};selection-color:{t.on_accent}}}"
    )
    yield f"QLineEdit,QComboBox{{min-height:{px(32)}px;max-height:{px(32)}px}}"
    yield "QPlainTextEdit{padding:3px 7px}"  # a text edit's own margin makes up the rest
    yield _each(":hover", f"border-color:{t.text}")
    yield _each(":focus", f"border:2px solid {t.accent};margin:0")
    yield _each('[problem="true"]:!focus', f"border:2px solid {t.problem};margin:0")
    yield _each(":disabled", f"background:{t.ground};border:1px solid {t.line};margin:1px")
    yield (
        f"QLineEdit:read-only,QPlainTextEdit:read-only{{background:{t.ground};border-color:{t.line}}}"
        f"QLineEdit:read-only:focus,QPlainTextEdit:read-only:focus{{border-color:{t.accent}}}"
    )
    yield f"QComboBox::drop-down{{border:0;width:{px(28)}px}}"
    # A border takes Fusion's arrow away; ours is painted, that of Qt's own dialogs is made of borders.
    yield 'QComboBox[kind="painted"]::down-arrow{border:0}'
    yield (
        f"QComboBox::down-arrow{{width:0;height:0;border-left:{px(4)}px solid {t.surface};"
        f"border-right:{px(4)}px solid {t.surface};border-top:{px(5)}px solid {t.quiet}}}"
    )


def _cells(t: Tokens) -> Iterator[str]:
    # The editor of a painted cell; its ring is painted, so that it is the cell's own.
    size = f"margin:0;padding:0;min-height:0;max-height:{_UNBOUNDED}px"
    look = f"border:0;border-radius:4px;background:{t.surface};{size}"
    yield ",".join(f'QLineEdit[kind="cell"]{state}' for state in ("", ":hover", ":focus")) + f"{{{look}}}"
    yield f"QTableCornerButton::section{{background:{t.surface};border:0;border-bottom:1px solid {t.edge}}}"


def _combo_lists(t: Tokens) -> Iterator[str]:
    yield "QComboBox{combobox-popup:0}"
    yield f"QComboBox QAbstractItemView{{background:{t.surface};border:1px solid {t.edge};outline:0;padding:1px}}"
    yield (
        f"QComboBox QAbstractItemView::item{{min-height:{px(32)}px;padding:0 {px(8)}px;color:{t.text};"
        f"border-left:3px solid {t.surface}}}"
    )
    yield (
        f"QComboBox QAbstractItemView::item:selected{{background:{t.soft};border-left:3px solid {t.accent};"
        f"color:{t.text}}}"
    )


def _buttons(t: Tokens) -> Iterator[str]:
    yield (
        f"QPushButton{{min-height:{px(32)}px;max-height:{px(32)}px;padding:0 13px;margin:1px;"
        f"border:1px solid {t.edge};border-radius:4px;background:{t.surface};color:{t.text}}}"
    )
    yield f"QPushButton:hover{{background:{t.hover}}}"
    yield f"QPushButton:pressed{{background:{t.press}}}"
    yield f"QPushButton:focus{{border:2px solid {t.accent};margin:0}}"


def _primary(t: Tokens) -> Iterator[str]:
    yield _button("primary", "", f"background:{t.accent};border-color:{t.accent};color:{t.on_accent};font-weight:600")
    yield _button("primary", ":hover", f"background:{t.accent_hover};border-color:{t.accent_hover}")
    yield _button("primary", ":pressed", f"background:{t.accent_press};border-color:{t.accent_press}")
    yield _button("primary", ":focus", f"border:2px solid {t.accent};margin:0")


def _bare_buttons(t: Tokens) -> Iterator[str]:
    inks = {"quiet": t.accent, "plain": t.text, "faint": t.quiet, "icon": t.quiet, "tab": t.quiet}
    pads = {"quiet": 7, "plain": 7, "faint": 7, "icon": 0, "tab": 13}
    for kind in _BARE:
        look = f"border-color:transparent;background:transparent;color:{inks[kind]};padding:0 {pads[kind]}px"
        yield _button(kind, "", look)
    yield _bare(":hover", f"background:{t.hover}")
    yield _bare(":pressed", f"background:{t.press}")
    yield _bare(":focus", f"border:2px solid {t.accent};margin:0")


def _chosen(t: Tokens) -> Iterator[str]:
    look = f"background:{t.soft};border:2px solid {t.accent};margin:0;font-weight:600"
    yield _button("choice", ":checked", look)
    yield _button("tab", ":checked", f"background:{t.soft};color:{t.text};font-weight:600")


def _disabled(t: Tokens) -> Iterator[str]:
    # Said for each kind: [kind="quiet"] beats a plain :disabled.
    look = f"color:{t.disabled};background:{t.ground};border:1px solid {t.line};margin:1px"
    yield f"QPushButton:disabled{{{look}}}" + _button("primary", ":disabled", look)
    yield _button("choice", ":disabled", look)
    yield _bare(":disabled", f"color:{t.disabled};background:transparent;border-color:transparent")


def _menus(t: Tokens) -> Iterator[str]:
    yield f"QMenuBar{{background:{t.ground};color:{t.text};padding:0 4px}}"
    # border and margin do not grow with the text
    yield f"QMenuBar QPushButton{{min-height:{px(HIT) - 4}px;max-height:{px(HIT) - 4}px}}"
    yield f"QMenuBar::item{{padding:{px(7)}px {px(10)}px;border-radius:4px;background:transparent}}"
    yield f"QMenuBar::item:selected{{background:{t.press}}}"
    yield f"QMenu{{background:{t.surface};border:1px solid {t.edge};border-radius:4px;padding:4px}}"
    # 32 px high, as everything that can be hit
    yield f"QMenu::item{{padding:{px(6)}px {px(24)}px;min-height:{px(20)}px;border-radius:4px;color:{t.text}}}"
    yield f"QMenu::item:selected{{background:{t.soft}}}QMenu::item:disabled{{color:{t.disabled}}}"
    yield f"QMenu::icon{{padding-left:{px(8)}px}}QMenu::indicator{{left:{px(6)}px}}"
    yield f"QMenu::separator{{height:1px;background:{t.line};margin:4px 0}}"
    yield f"QToolTip{{background:{t.text};color:{t.surface};border:0;padding:{px(4)}px {px(8)}px}}"


def _bars(t: Tokens) -> Iterator[str]:
    yield "QScrollBar:vertical{width:12px;background:transparent;margin:0}"
    yield "QScrollBar:horizontal{height:12px;background:transparent;margin:0}"
    yield f"QScrollBar::handle{{background:{t.grip};border-radius:3px}}"
    yield "QScrollBar::handle:vertical{margin:2px 3px;min-height:32px}"
    yield "QScrollBar::handle:horizontal{margin:3px 2px;min-width:32px}"
    yield f"QScrollBar::handle:hover,QScrollBar::handle:pressed{{background:{t.quiet}}}"
    yield "QScrollBar::add-line,QScrollBar::sub-line{height:0;width:0}"
    yield "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}"


def _dialogs(t: Tokens) -> Iterator[str]:
    # What Qt shows of its own where the system has nothing: choosing a file, a question, a name.
    yield "QDialogButtonBox{dialogbuttonbox-buttons-have-icons:0}"
    yield (
        f"QHeaderView::section{{background:{t.surface};color:{t.quiet};border:0;border-bottom:1px solid {t.edge};"
        f"padding:{px(4)}px {px(6)}px}}"
    )
    yield f"QFileDialog QAbstractItemView{{border:1px solid {t.line}}}"
    yield f"QFileDialog QAbstractItemView::item{{min-height:{px(24)}px}}"
    if contrast(_BLACK, t.surface) < 3:  # its pictures are black in the dark too
        yield f"QFileDialog QToolButton{{background:{t.edge};border:0;border-radius:4px;padding:{px(3)}px}}"


def _each(state: str, look: str) -> str:
    return ",".join(f"{name}{state}" for name in ("QLineEdit", "QPlainTextEdit", "QComboBox")) + f"{{{look}}}"


def _button(kind: str, state: str, look: str) -> str:
    return f'QPushButton[kind="{kind}"]{state}{{{look}}}'


def _bare(state: str, look: str) -> str:
    return ",".join(f'QPushButton[kind="{kind}"]{state}' for kind in _BARE) + f"{{{look}}}"
