"""Faults in LAMA and JUMLAH of our own forms: sums that do not add up, and LAMA that is not the last PAK's JUMLAH."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from isian_milik import JENJANG, bersih, dasar, tempat, templat
from tanam_isian import timpa
from tanaman import Tanaman

from angka_kredit.forms.isi.berkas import baca_lama
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package


def jumlah() -> Iterator[Tanaman]:
    names = (
        "dupak_jumlah_semua",
        "dupak_jumlah_utama",
        "dupak_jumlah_penunjang",
        "dupak_lama_semua",
        "dupak_baru_utama",
    )
    for each in timpa("jumlah_beda", *({(nama, 0): 77.5} for nama in names)):
        yield replace(each, tempat=frozenset({("DUPAK", "")}))


def lama() -> Iterator[Tanaman]:
    """The total that the form names; then a line against the PAK before."""
    for jabatan, jenjang in JENJANG:
        own = bersih(jabatan, jenjang)
        said, total = tempat(own, "pak_lama_jumlah"), tempat(own, "dupak_lama_semua")
        data = put_inputs(Package(dasar(jabatan, jenjang)), {said: own.data["pak_lama_jumlah"] + 0.25})
        words = f"{jabatan} {jenjang}: jumlah PAK terakhir"
        yield Tanaman("lama_beda", words, data, frozenset({(total.sheet, total.ref)}))
        yield _sesudah(jabatan, jenjang)


def _sesudah(jabatan: str, jenjang: str) -> Tanaman:
    """The year after: LAMA is JUMLAH of the clean form, but for one line that took BARU's place."""
    before, own = dasar(jabatan, jenjang), bersih(jabatan, jenjang)
    codes = templat(jabatan, jenjang)[1].kolom("dupak_kode_baris")
    lines = {line.kode: float(line.jumlah) for line in baca_lama(before).baris}
    wrong = next(kode for kode, value in lines.items() if value > 1)
    typed = {("dupak_isi_lama", codes.index(kode)): value for kode, value in lines.items()}
    typed["dupak_isi_lama", codes.index(wrong)] = lines[wrong] - 1
    place = tempat(own, "dupak_isi_lama", codes.index(wrong))
    year = {"masa_dari": date(2017, 1, 1), "masa_sampai": date(2017, 12, 31)}
    cells = {tempat(own, *key): value for key, value in typed.items()}
    cells |= {tempat(own, nama): value for nama, value in year.items()}
    data = put_inputs(Package(before), cells)
    return Tanaman("lama_beda", f"{jabatan} {jenjang}: {wrong}", data, frozenset({(place.sheet, place.ref)}), before)


def pak_lama() -> Iterator[Tanaman]:
    """A PAK of another jabatan or kategori, and one for the same time."""
    for at, (jabatan, jenjang) in enumerate(JENJANG):
        other = JENJANG[(at + 4) % len(JENJANG)]
        for who in ((jabatan, jenjang), other):
            words, before = f"{jabatan} {jenjang} sesudah {who}", dasar(*who)
            yield Tanaman("pak_lama", words, dasar(jabatan, jenjang), frozenset({("DUPAK", "")}), before)


def ijazah() -> Iterator[Tanaman]:
    """The diploma is another one than the credit: S2 and S3 beside 100, S1 and D.III beside 25."""
    names = {100: ("S2", "S3"), 25: ("S1", "D.III")}
    for jabatan, jenjang in JENJANG:
        own = bersih(jabatan, jenjang)
        for name in names[int(own.lama["pendidikan_sekolah"])]:
            data = put_inputs(Package(dasar(jabatan, jenjang)), {tempat(own, "ijazah"): name})
            yield Tanaman("ijazah_beda", f"{jabatan} {jenjang}: {name}", data, frozenset({("DUPAK", "")}))


PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = {
    "ijazah_beda": ijazah,
    "jumlah_beda": jumlah,
    "lama_beda": lama,
    "pak_lama": pak_lama,
}
