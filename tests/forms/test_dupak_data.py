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
from angka_kredit.forms.schema import BarisKosong, Dasar, DupakJabatan, Kegiatan
from dupak import contoh_isi


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
    assert len(found) >= 3
    for where, table in found:
        if all(
            isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict))
            for value in table.values()
        ):
            continue  # it only groups other tables
        assert table.get("status") in ("naskah", "turunan", "lazim", "petunjuk"), where
        if table["status"] in ("naskah", "turunan"):
            assert re.search(r"Lampiran [IVX]+|Pasal [0-9]+|judul|konsiderans", table["rujukan"]), where


BARIS = {"unsur": "b", "baris": 1, "status": "lazim"}
DASAR = {"baris": ["x"], "status": "lazim"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({**BARIS, "warna": "biru"}, "unknown keys ['warna']"),
        ({"unsur": "b", "status": "lazim"}, "lacks ['baris']"),
        ({"unsur": "b", "baris": 1}, "lacks ['status']"),
        ({**BARIS, "status": "naskah"}, "needs a rujukan"),
        ({**BARIS, "status": "kira-kira"}, "status must be one of"),
        ({**BARIS, "baris": "dua"}, "wrong kind"),
    ],
)
def test_the_loader_refuses(table: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=re.escape(words)):
        skeleton.read(BarisKosong, table, "berkas.toml")
    jabatan = {"id": "x", "dasar": DASAR, "peran": {"teks": "x", "status": "lazim"}, "jenjang": [], "lampiran": []}
    with pytest.raises(DataError, match=re.escape(words)):
        skeleton.read(DupakJabatan, {**jabatan, "catatan": [], "kosong": [BARIS, table]}, "berkas.toml")


def test_a_list_is_a_list() -> None:
    with pytest.raises(DataError, match="must be a list"):
        skeleton.read(Dasar, {**DASAR, "baris": "x"}, "berkas.toml")


@pytest.mark.parametrize(
    "change",
    [
        {"data": {"nma": "x"}},
        {"lama": {"U9a1": 1}},
        {"lampiran": {"MUDA-99": 1}},
        {"kegiatan": (Kegiatan(),) * 101},
        {"jenjang": "Muda"},
    ],
)
def test_contents_that_the_form_has_no_place_for(change: dict[str, Any]) -> None:
    isi = dataclasses.replace(contoh_isi(), **change)
    with pytest.raises(DataError):
        forms.build(isi.jabatan, isi.jenjang, isi)
