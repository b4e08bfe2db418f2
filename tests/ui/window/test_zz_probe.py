from tests.ui.window.person import *
from PySide6.QtWidgets import QApplication
def show(person, what):
    g=person.grid; t=g.table
    rows=[[g.model._cell(r,c).text for c in range(g.model.columnCount())] for r in range(g.model.rowCount())]
    print(what, "cur",t.currentIndex().row(),t.currentIndex().column(),"state",t.state(),"focus",type(in_focus()).__name__, rows)
def test_probe(person):
    person.window.new_shipment(); settle()
    n=person.window.new_screen
    print(in_focus())
    person.type("sepatu"); 
    with person.qtbot.waitSignal(person.desk.opened): n.start.click()
    settle(); print(person.screen.page_id,in_focus())
    person.turn_to("goods"); show(person,"start")
    person.type("MEN LEATHER SHOES"); show(person,"typed"); print(person.desk.half_typed)
    person.press(Qt.Key.Key_Tab); show(person,"tab")
    person.type("64039990"); show(person,"typed");person.press(Qt.Key.Key_Tab); show(person,"tab")
    person.type("1.200"); person.press(Qt.Key.Key_Tab); show(person,"tab")
    person.type("pasang"); person.press(Qt.Key.Key_Tab); show(person,"tab")
    person.type("14,5"); person.press(Qt.Key.Key_Tab); show(person,"tab")
    person.press(Qt.Key.Key_Tab); show(person,"tab")
    person.type("WOMEN"); person.press(Qt.Key.Key_Tab); show(person,"new row tab")
    person.type("64039990"); person.press(Qt.Key.Key_Tab); show(person,"tab")
