"""The forms' data: every wording sourced, and the loader refuses what it does not know."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomllib

from angka_kredit import forms
from angka_kredit.errors import DataError
from angka_kredit.forms import skeleton
from angka_kredit.forms.schema import Kegiatan, SubUnsur, Unsur


def tables(value: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield where, value
        for key, each in value.items():
            yield from tables(each, f"{where}.{key}")
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from tables(each, f"{where}[{number}]")


@pytest.mark.parametrize("path", sorted(skeleton.templates().glob("*.toml")), ids=lambda path: path.name)
def test_every_wording_has_a_status_and_what_was_read_a_rujukan(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    found = list(tables(data))[1:]  # the file itself is no wording
    assert len(found) > 10
    for where, table in found:
        assert table.get("status") in ("naskah", "turunan", "lazim", "petunjuk"), where
        if table["status"] in ("naskah", "turunan"):
            assert re.search(r"Lampiran [IVX]+\.|judul", table["rujukan"]), where


SUB = {"nama": "x", "baris": 1, "status": "lazim"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({**SUB, "warna": "biru"}, "unknown keys ['warna']"),
        ({"nama": "x", "status": "lazim"}, "lacks ['baris']"),
        ({"nama": "x", "baris": 1}, "lacks ['status']"),
        ({**SUB, "status": "naskah"}, "needs a rujukan"),
        ({**SUB, "status": "kira-kira"}, "status must be one of"),
        ({**SUB, "baris": "dua"}, "wrong kind"),
        ({**SUB, "butir": "MADYA-III.2.a"}, "must be a list"),
    ],
)
def test_the_loader_refuses(table: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=re.escape(words)):
        skeleton.read(SubUnsur, table, "berkas.toml")
    with pytest.raises(DataError, match=re.escape(words)):
        skeleton.read(Unsur, {"nama": "u", "status": "lazim", "sub": [SUB, table]}, "berkas.toml")


@pytest.mark.parametrize(
    "change",
    [{"data": {"nma": "x"}}, {"lama": {"U9a1": 1}}, {"kegiatan": (Kegiatan(baris="U2"),)}, {"jenjang": "Muda"}],
)
def test_contents_that_the_form_has_no_place_for(change: dict[str, Any]) -> None:
    (contoh,) = skeleton.all_contoh()
    isi = dataclasses.replace(contoh, **change)
    with pytest.raises(DataError):
        forms.build(isi.jabatan, isi.jenjang, isi)
