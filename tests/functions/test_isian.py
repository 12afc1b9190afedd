"""The table that says what to fill in is filled in: for every function, jabatan, way and step it is taken whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from angka_kredit import call
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import Syarat


def table(nama: str, *args: Any) -> list[list[Any]]:
    result = call(nama, *args)
    assert isinstance(result, list), str(call("JELASKAN", nama, *args))
    return result


def every_call() -> list[tuple[Any, ...]]:
    """Every function, jabatan, way, kategori and step whose conditions a text has."""
    found: list[tuple[Any, ...]] = []
    for jabatan in all_jabatan().values():
        rows = jabatan.baris(Syarat) if jabatan.punya(Syarat) else ()
        for pokok, kategori in dict.fromkeys((row.pokok, row.kategori) for row in rows):
            if pokok in ALONE:
                found.append((ALONE[pokok], (jabatan.id,), ()))
            elif pokok in STEPS:
                steps = [step for step in STEPS[pokok](jabatan) if isinstance(call(*_naik(pokok, step, jabatan)), list)]
                assert steps
                found += [(_naik(pokok, step, jabatan)[0], (step, jabatan.id), ()) for step in steps]
            else:
                found.append(("LAYAK_DIANGKAT", (pokok.replace("_", " "), jabatan.id), (kategori,)))
    return found


def _naik(pokok: str, step: str, jabatan: Jabatan) -> tuple[str, str, str]:
    return f"LAYAK_{pokok.upper()}", step, jabatan.id


ALONE = {"bebas_sementara": "BEBAS_SEMENTARA", "diberhentikan": "DIBERHENTIKAN"}
STEPS: dict[str, Callable[[Jabatan], list[str]]] = {
    "naik_jabatan": lambda jabatan: [jenjang.nama for jenjang in jabatan.jenjang],
    "naik_pangkat": lambda jabatan: [golongan.kode for jenjang in jabatan.jenjang for golongan in jenjang.golongan],
}
EVERY_CALL = pytest.mark.parametrize(("nama", "args", "kategori"), every_call(), ids=str)
# what a person may type for a condition, by its jenis; of golongan and sebab each that the text tells apart
DATES = {"lahir": "1970-01-02", "tmt": "2010-03-04", "bebas": "2010-03-04", "usul": "2012-12-30", "masa": "2013-01-01"}
DATES |= dict.fromkeys(("usia", "lewat_bebas", "lewat_berhenti"), "2017-05-06")
WORDS = {"ya": "ya", "tidak": "tidak", "naik_jenjang": "ya", "ijazah": "S2", "sebab": "cuti"}
WORDS |= dict.fromkeys(("golongan", "golongan_antara"), "IV/a")
AK = {"angka kredit": 500, "angka kredit utama": 250.5, "angka kredit profesi": 8}  # 150 (S2) + 250,5 < 500


def typed(nama: str, args: tuple[str, ...]) -> dict[str, Any]:
    """label -> a value, for every condition of the call."""
    (jabatan,) = (found for found in all_jabatan().values() if found.id in args)
    by_label = {row.label: row.jenis for row in jabatan.baris(Syarat)}
    return {label: (DATES | WORDS).get(jenis, 2) for label, jenis in by_label.items()} | AK


@EVERY_CALL
def test_the_table_shown_is_the_table_that_is_taken(
    nama: str, args: tuple[str, ...], kategori: tuple[str, ...]
) -> None:
    blank = table(nama, *args, None, *kategori)
    labels = [row[0] for row in blank[1:]]
    assert len(labels) == len(set(labels))  # each is asked once
    assert {row[3] for row in blank[1:]} == {"belum diisi"}
    for copied in (blank, [[row[0], None] for row in blank], [[row[0], None] for row in blank[1:]]):
        assert call(nama, *args, copied, *kategori) == blank


@EVERY_CALL
def test_what_is_filled_in_beside_the_labels_is_taken_whole(
    nama: str, args: tuple[str, ...], kategori: tuple[str, ...]
) -> None:
    blank, values = table(nama, *args, None, *kategori), typed(nama, args)
    labels = [row[0] for row in blank[1:]]
    filled = [[label, values[label]] for label in labels]
    result = table(nama, *args, filled, *kategori)
    assert result[0][0] != "BELUM LENGKAP"
    assert all(row[2] for row in result[1:])  # each is there
    headings: list[list[list[Any]]] = [[["Isian", "Nilai"]], [blank[0][:2]], [["", None], ["isian", ""]]]
    for above in headings:
        assert call(nama, *args, above + filled, *kategori) == result
    assert call(nama, *args, filled + filled + [[label, ""] for label in labels], *kategori) == result
    third = [blank[0], *([row[0], row[1], values[row[0]], *row[3:]] for row in blank[1:])]
    assert call(nama, *args, third, *kategori) == result
    if len(result) == len(blank):  # no kelompok was ruled out: what it shows reads back too
        assert call(nama, *args, result, *kategori) == result
