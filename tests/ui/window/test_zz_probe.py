from tests.ui.window.person import *
from PySide6.QtWidgets import QApplication
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.choices import Choices
from app.ui.widgets.combo import Combo
def test_probe(person):
    person.sample("footwear_rotterdam")
    print(person.screen.page_id, in_focus())
    for t in person.screen.tasks.titles():
        person.turn_to(t[0]); print(t, in_focus())
        seen=[]
        for i in range(46):
            w=QApplication.focusWidget(); seen.append(f"{type(w).__name__}:{w.objectName() or (w.parent().objectName() if w.parent() else '')}:{w.accessibleName()}:{w.text() if hasattr(w,'text') else ''}"[:100])
            press(w, Qt.Key.Key_Tab)
        if t[0] in ("exporter","buyer","goods","packing","containers"): print("\n".join(seen))
    for t in person.screen.tasks.titles()[:-2]:
        person.turn_to(t[0])
        for q in person.page.all_questions():
            e=q.editor
            x=[b.text() for b in e.buttons()] if isinstance(e,Choices) else [e.itemText(i) for i in range(e.count())] if isinstance(e,Combo) else ''
            print(t[0], q.path, type(e).__name__, x)
