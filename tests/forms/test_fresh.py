"""The forms that stand in templates/ are those that the program builds now."""

from __future__ import annotations

from pathlib import Path

from angka_kredit import forms

FOLDER = Path(__file__).parents[2] / "templates"


def test_built_forms_are_fresh() -> None:
    standing = {path.name: path.read_bytes() for path in FOLDER.glob("*.xlsx")}
    built = forms.build_all()
    assert sorted(standing) == sorted(built)
    stale = [name for name in built if standing[name] != built[name]]
    assert stale == [], "run: make templates"
