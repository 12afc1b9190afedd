"""Faults in the sums of our own forms: what a rise asks, what a year asks, LAMA of the previous PAK."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle
from typing import Any

from isian_milik import AMBANG, JENJANG, Isian, berkas, bersih, dasar, tempat, tetangga
from tanam_isian import timpa
from tanaman import Tanaman

from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.writer import write

ASSESSOR = "assessor"
# the golongan of each Assessor who can rise, with what her jenjang is, and the least from profesi (Pasal 13)
NAIK = [("III/c", "Muda", "III/d", 4), ("III/b", "Pertama", "III/c", 2), ("III/d", "Muda", "IV/a", 6)]
NAIK += [("IV/a", "Madya", "IV/b", 8), ("IV/b", "Madya", "IV/c", 10), ("IV/c", "Madya", "IV/d", 12)]
NAIK += [("IV/d", "Utama", "IV/e", 14)]
BARU_UTAMA = 4.5  # a little more than the clean form's own BARU of unsur utama
PANGKAT = ["II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"]


def naik(golongan: str, jenjang: str, goal: str, profesi: float) -> Isian:
    """An Assessor (S1) whose total suffices for `goal`, with all that it asks."""
    own, need = bersih(ASSESSOR, jenjang, golongan), AMBANG[goal]
    lama = {"pendidikan_sekolah": 100.0, "tugas_pokok": need - 100 - profesi, "profesi": profesi, "penunjang": 1.0}
    return _jumlah(own, lama)


def _jumlah(own: Isian, lama: dict[str, float]) -> Isian:
    return replace(own, lama=lama).dengan(pak_lama_jumlah=float(sum(lama.values())))


@cache
def dasar_naik(golongan: str) -> bytes:
    return berkas(_naik(golongan))


def _naik(golongan: str) -> Isian:
    return naik(*next(row for row in NAIK if row[0] == golongan))


def _tanam(jenis: str, own: Isian, data: bytes, words: str, *nama: str) -> Tanaman:
    places = frozenset((place.sheet, place.ref) for each in nama for place in [tempat(own, each)])
    return Tanaman(jenis, f"{own.jabatan} {own.jenjang} {own.data['golongan']}: {words}", data, places)


def komposisi() -> Iterator[Tanaman]:
    """80% of (threshold - 100) from unsur utama besides the diploma, less 5, 20 or half of it; penunjang the rest."""
    for golongan, jenjang, goal, profesi in NAIK:
        least = 0.8 * (AMBANG[goal] - 100)
        for short in (5, min(20, least / 2), least / 2):
            lama = {
                "pendidikan_sekolah": 100.0,
                "profesi": float(profesi),
                "penunjang": AMBANG[goal] - 95 - least + short,
            }
            lama["tugas_pokok"] = least - short - profesi - BARU_UTAMA
            own = _jumlah(bersih(ASSESSOR, jenjang, golongan), lama)
            yield _tanam("komposisi", own, berkas(own), f"kurang {short}", "dupak_jumlah_utama")


def profesi() -> Iterator[Tanaman]:
    """BARU has 1.2 (2 x 60%): nothing from LAMA, half of what is asked, all but 1.21 of it."""
    for golongan, jenjang, goal, least in NAIK:
        for lama in (0.0, max(0.0, least / 2 - 1.2), least - 1.21):
            own = naik(golongan, jenjang, goal, lama)
            words = f"{golongan}: LAMA {lama} dari {least}"
            yield Tanaman("profesi_kurang", words, berkas(own), frozenset({("DUPAK", "")}))


def masa_kerja() -> Iterator[Tanaman]:
    """Two years in the rank before 1 April 2017 (Pasal 29)."""
    for row in NAIK:
        own = naik(*row)
        for day in (date(2015, 4, 2), date(2015, 10, 1), date(2016, 4, 1)):
            data = _diketik(own, dasar_naik(row[0]), tmt_golongan=day)
            yield _tanam("masa_kerja", own, data, f"TMT {day}", "tmt_golongan")


def tahun_kedua() -> Iterator[Tanaman]:
    """The credit for the next rank was there before the first year was over; 20% of the step is 10 to 40, BARU 4.5."""
    for row in NAIK:
        own = naik(*row)
        for day in (date(2015, 2, 1), date(2015, 7, 1), date(2015, 12, 31)):
            data = _diketik(own, dasar_naik(row[0]), tmt_golongan=day)
            yield Tanaman("tahun_kedua_kurang", f"{row[0]} TMT {day}", data, frozenset({("DUPAK", "")}))


def bebas() -> Iterator[Tanaman]:
    """Five years since the last TMT are over within 2016, and the credit for the next rank is not there."""
    for golongan, jenjang, _, _ in NAIK:
        own = bersih(ASSESSOR, jenjang, golongan)
        for day in (date(2011, 12, 31), date(2011, 4, 1), date(2010, 1, 1)):
            data = _diketik(own, _bersih(jenjang, golongan), tmt_golongan=day, tmt_jabatan=day)
            yield _tanam("bebas_sementara", own, data, f"TMT {day}", "dupak_jumlah_semua")


@cache
def _bersih(jenjang: str, golongan: str) -> bytes:
    return berkas(bersih(ASSESSOR, jenjang, golongan))


def tahunan() -> Iterator[Tanaman]:
    """IV/e: 25 a year from tugas pokok and profesi (Pasal 15). Row 1 gives 0.25 for each of its volume."""
    own = bersih(ASSESSOR, "Utama", "IV/e")
    for step in range(22):  # 3.5 of the other rows; 21 x 1 = 24.5 is still too little
        volume = min(4 * step, 80)
        rows = [dict(row) for row in own.kegiatan]
        rows[0]["volume"] = volume or 0.1
        years = {"masa_sampai": date(2017, 12, 31)} if step % 5 == 4 else {}
        changed = replace(own, kegiatan=rows).dengan(**years)
        yield Tanaman("tahunan_kurang", f"volume {volume} {years}", berkas(changed), frozenset({("DUPAK", "")}))


def _diketik(own: Isian, data: bytes, **typed: Any) -> bytes:
    return put_inputs(Package(data), {tempat(own, nama): value for nama, value in typed.items()})


def faktor() -> Iterator[Tanaman]:
    """Row 4 is 0.014 x 12 = 0.168; one jenjang above it counts 80%, 0.1344."""
    turn = cycle([("kegiatan_ak", None), ("kegiatan_faktor", None)])
    for jabatan, jenjang in (form for form in JENJANG for _ in range(2)):
        nama, own = next(turn)[0], bersih(jabatan, jenjang)
        above = PANGKAT.index(_rendah(jabatan, tetangga(jabatan, jenjang))) > PANGKAT.index(_rendah(jabatan, jenjang))
        wrong = {"kegiatan_ak": 0.168 if above else 0.1344, "kegiatan_faktor": 1.0 if above else 0.8}[nama]
        if nama == "kegiatan_ak" and not above:
            nama, wrong = "kegiatan_faktor", 0.5
        place = tempat(own, nama, 3)
        data = write(Package(dasar(jabatan, jenjang)), {place: wrong}, {}, {})
        words = f"{jabatan} {jenjang}: {nama}={wrong}"
        yield Tanaman("faktor_jenjang", words, data, frozenset({(place.sheet, place.ref)}))


def _rendah(jabatan: str, jenjang: str) -> str:
    return str(bersih(jabatan, jenjang).data["golongan"])


def dua_tingkat() -> Iterator[Tanaman]:
    """Assessor: two above; PMB: two above or below (Perber Lampiran III.1)."""
    pairs = [("assessor", *pair) for pair in (("Muda", "Utama"), ("Pertama", "Madya"), ("Pertama", "Utama"))]
    pairs += [("pmb", *pair) for pair in (("Ahli Pertama", "Ahli Madya"), ("Ahli Madya", "Ahli Pertama"))]
    pairs += [("pmb", *pair) for pair in (("Mahir", "Pemula"), ("Terampil", "Penyelia"), ("Penyelia", "Terampil"))]
    pairs += [("pmb", *pair) for pair in (("Pemula", "Mahir"), ("Pemula", "Penyelia"), ("Penyelia", "Pemula"))]
    for jabatan, jenjang, other in pairs:
        for row in (3, 0):
            own = bersih(jabatan, jenjang)
            typed = {tempat(own, "kegiatan_jenjang_ketik", row): other}
            shown = tempat(own, "kegiatan_jenjang_butir", row)
            data = write(Package(put_inputs(Package(dasar(jabatan, jenjang)), typed)), {shown: other}, {}, {})
            words = f"{jabatan} {jenjang}: butir {other} pada baris {row}"
            yield Tanaman("dua_tingkat", words, data, frozenset({(place.sheet, place.ref) for place in typed}))


def perkalian() -> Iterator[Tanaman]:
    values = [(0, 4.0), (1, 0.9), (2, 12.0), (0, 1.5), (1, 9.4), (5, 1.0)]
    yield from timpa("perkalian", *({("kegiatan_ak", at): value} for at, value in values))


PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = {
    "komposisi": komposisi,
    "profesi_kurang": profesi,
    "masa_kerja": masa_kerja,
    "tahun_kedua_kurang": tahun_kedua,
    "tahunan_kurang": tahunan,
    "bebas_sementara": bebas,
    "faktor_jenjang": faktor,
    "dua_tingkat": dua_tingkat,
    "perkalian": perkalian,
}
