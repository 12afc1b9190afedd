"""Plants faults of the spreadsheet in our own forms, filled in: in the sheet's XML, for their cells are protected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from xml.sax.saxutils import escape, unescape

from isian_milik import JENJANG, bersih, dasar, diketik, ditimpa, tempat
from openpyxl.utils.cell import coordinate_to_tuple
from tanaman import Tanaman

from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place, read_workbook

BANYAK = 3  # variants of a kind
JUMLAH = ("dupak_jumlah_semua", "dupak_baru_semua", "dupak_lama_semua", "dupak_jumlah_utama")
Rumus = Callable[[str], str]  # a formula, and the one to put in its place; '' for its number alone


def _bagian(data: bytes, sheet: str) -> tuple[Package, str, str]:
    package = Package(data)
    part = next(each.part for each in read_workbook(package).sheets if each.name == sheet)
    return package, part, package.read(part).decode()


def rumus(data: bytes, place: Place, baru: Rumus) -> bytes:
    """The workbook with another formula there, computed."""
    package, part, xml = _bagian(data, place.sheet)
    found = re.search(rf'(<c r="{place.ref}"[^>]*>)<f>([^<]*)</f>', xml)
    assert found, place
    text = baru(unescape(found[2]))
    new = found[1] + (f"<f>{escape(text)}</f>" if text else "")
    return recalculate(package.replaced({part: xml.replace(found[0], new, 1).encode()}), vote=False).data


def sembunyi(data: bytes, place: Place) -> bytes:
    """The workbook with that row hidden."""
    package, part, xml = _bagian(data, place.sheet)
    row = coordinate_to_tuple(place.ref)[0]
    return package.replaced({part: xml.replace(f'<row r="{row}"', f'<row r="{row}" hidden="1"', 1).encode()})


def _tanpa_akhir(text: str) -> str:
    """SUM without its last row: of a list its last cell, of a range its last row."""

    def cut(found: re.Match[str]) -> str:
        inside = found[1]
        if "," in inside:
            return f"SUM({inside.rpartition(',')[0]})"
        last = re.search(r"[0-9]+$", inside)
        assert last
        return f"SUM({inside[: last.start()]}{int(last[0]) - 2})"  # the row before is the last butir's

    return re.sub(r"SUM\(([^()]+)\)", cut, text)


def _seluruh(text: str) -> str:
    """SUM(G150,G174) from the first row of the table to the last."""
    found = re.search(r"SUM\(([A-Z]+)[0-9]+,[A-Z]+([0-9]+)\)", text)
    return f"SUM({found[1]}31:{found[1]}{found[2]})" if found else text


def _dua_kolom(text: str) -> str:
    return re.sub(r"SUM\(([A-Z]+)([0-9]+),[A-Z]+([0-9]+)\)", r"SUM(D\2:\1\3)", text)


def _rumus(jenis: str, baru: Rumus, names: tuple[str, ...]) -> Iterator[Tanaman]:
    for nama, (jabatan, jenjang) in zip(islice(cycle(names), BANYAK), JENJANG, strict=False):
        place = tempat(bersih(jabatan, jenjang), nama)
        data = rumus(dasar(jabatan, jenjang), place, baru)
        yield Tanaman(jenis, f"{jabatan} {jenjang}: {nama} ({place})", data, frozenset({tuple(place)}))


def _isian(jenis: str, values: tuple[object, ...]) -> Iterator[Tanaman]:
    for at, (value, (jabatan, jenjang)) in enumerate(zip(values, JENJANG, strict=False)):
        own = bersih(jabatan, jenjang)
        key = ("kegiatan_volume", at)
        data = diketik(jabatan, jenjang, {key: value})
        yield Tanaman(jenis, f"{jabatan} {jenjang}: {key} {value!r}", data, frozenset({tuple(tempat(own, *key))}))


def _basi(jenis: str) -> Iterator[Tanaman]:
    for nama, (jabatan, jenjang) in zip(islice(cycle(JUMLAH), BANYAK), JENJANG[4:], strict=False):
        place = tempat(bersih(jabatan, jenjang), nama)
        data = ditimpa(jabatan, jenjang, {(nama, 0): 77.5})
        yield Tanaman(jenis, f"{jabatan} {jenjang}: {nama} menunjukkan 77,5", data, frozenset({tuple(place)}))


def _sembunyi(jenis: str) -> Iterator[Tanaman]:
    """The row of the sum of all work by then hidden: its LAMA counts."""
    for jabatan, jenjang in islice(JENJANG, BANYAK):
        place = tempat(bersih(jabatan, jenjang), "dupak_jumlah_utama")
        data = sembunyi(dasar(jabatan, jenjang), place)
        row = coordinate_to_tuple(place.ref)[0]
        cells = frozenset((place.sheet, f"{letter}{row}") for letter in "EFGHIJ")
        yield Tanaman(jenis, f"{jabatan} {jenjang}: baris {row} tersembunyi", data, cells)


PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = {
    "rumus_ditimpa": partial(_rumus, "rumus_ditimpa", lambda text: "", JUMLAH),
    "jumlah_terlewat": partial(_rumus, "jumlah_terlewat", _tanpa_akhir, ("dupak_jumlah_semua", "dupak_baru_semua")),
    "jumlah_ganda": partial(_rumus, "jumlah_ganda", _seluruh, ("dupak_jumlah_semua", "dupak_baru_semua")),
    "jumlah_kolom_lain": partial(_rumus, "jumlah_kolom_lain", _dua_kolom, ("dupak_jumlah_semua", "dupak_baru_semua")),
    "tetapan_rumus": partial(_rumus, "tetapan_rumus", lambda text: f"{text}+2", ("dupak_jumlah_semua", *JUMLAH[:2])),
    "angka_teks": partial(_isian, "angka_teks", ("2,5", " 3", "1.500", "10")),
    "angka_rusak": partial(_isian, "angka_rusak", ("2.5.0", "0,4,0")),
    "hitung_beda": partial(_basi, "hitung_beda"),
    "tersembunyi": partial(_sembunyi, "tersembunyi"),
}
