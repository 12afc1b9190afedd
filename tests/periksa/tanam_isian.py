"""Faults in what a person typed into our own forms: dates, papers, the team, rows of activities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from typing import Any

from isian_milik import JENJANG, PEGAWAI, TIM, Tulis, bersih, diketik, ditimpa, tempat
from tanaman import Tanaman

from angka_kredit.recalc.package import Package
from angka_kredit.recalc.writer import write

DUA = 2  # variants of each form


def ketik(jenis: str, *choices: Tulis, di: str = "", forms: list[tuple[str, str]] = JENJANG) -> Iterator[Tanaman]:
    """Each form with two of these sets of inputs. Found at the first input that each sets, or at `di`."""
    turn = cycle(choices)
    for jabatan, jenjang in (form for form in forms for _ in range(DUA)):
        typed = next(turn)
        yield _satu(jenis, jabatan, jenjang, typed, diketik(jabatan, jenjang, typed), di)


def timpa(jenis: str, *choices: Tulis) -> Iterator[Tanaman]:
    """As `ketik`, of computed cells that somebody wrote over."""
    turn = cycle(choices)
    for jabatan, jenjang in (form for form in JENJANG for _ in range(DUA)):
        values = next(turn)
        yield _satu(jenis, jabatan, jenjang, values, ditimpa(jabatan, jenjang, values))


def _satu(jenis: str, jabatan: str, jenjang: str, typed: Tulis, data: bytes, di: str = "") -> Tanaman:
    key = next(iter(typed))
    place = tempat(bersih(jabatan, jenjang), *((di, key[1]) if di else key))
    words = ", ".join(f"{nama}[{at}]={value}" for (nama, at), value in typed.items())
    return Tanaman(jenis, f"{jabatan} {jenjang}: {words}", data, frozenset({(place.sheet, place.ref)}))


def satu(nama: str, *values: Any, at: int = 0) -> list[Tulis]:
    return [{(nama, at): value} for value in values]


def nip() -> Iterator[Tanaman]:
    yield from ketik(
        "nip_tidak_cocok",
        *satu("tanggal_lahir", date(1982, 3, 4), date(1983, 3, 3)),
        {("jenis_kelamin", 0): "Perempuan"},
        *satu("nip", "198203032008032996", "198213032008031996", "198203032008131996", "1982030320080319"),
        di="nip",
    )


def tanggal() -> Iterator[Tanaman]:
    days = (date(2015, 12, 31), date(2017, 1, 1), date(2026, 3, 10), date(2006, 5, 2))
    yield from ketik("tanggal_di_luar_masa", *({("kegiatan_tanggal", at % 6): day} for at, day in enumerate(days * 3)))


def masa() -> Iterator[Tanaman]:
    swapped = [(date(2016, 12, 31), date(2016, 1, 1)), (date(2017, 1, 1), date(2016, 12, 31))]
    yield from ketik("masa_penilaian", *({("masa_dari", 0): one, ("masa_sampai", 0): two} for one, two in swapped))


def setahun() -> Iterator[Tanaman]:
    days = (date(2017, 1, 1), date(2017, 6, 30), date(2018, 12, 31))
    yield from ketik("masa_lebih_setahun", *satu("masa_sampai", *days))


def tenggat() -> Iterator[Tanaman]:
    """1 April: by 31 January (PMB VI.B.2.a; Assessor Pasal 17 (3)); 1 October: by 31 July."""
    late = [("pak_tanggal", date(2017, 2, 1)), ("pak_tanggal", date(2017, 3, 31)), ("usul_tanggal", date(2017, 2, 14))]
    october = {("pak_tanggal", 0): date(2017, 8, 1), ("pak_tmt", 0): date(2017, 10, 1)}
    yield from ketik("tenggat_lewat", *({(nama, 0): day} for nama, day in late), october)


def periode() -> Iterator[Tanaman]:
    days = (date(2017, 5, 1), date(2017, 1, 1), date(2017, 7, 1))
    yield from ketik("bukan_periode", *satu("pak_tmt", *days))


def penugasan() -> Iterator[Tanaman]:
    yield from ketik("penugasan_kosong", *satu("kegiatan_penugasan", None, "  ", at=3))


def bukti() -> Iterator[Tanaman]:
    yield from ketik("bukti_kosong", *({("kegiatan_bukti", at): value} for at in range(6) for value in (None, " ")))


def porsi() -> Iterator[Tanaman]:
    """Assessor Pasal 16: 60/40, 50/25/25, 40/20/20/20; only of karya tulis."""
    forms = [form for form in JENJANG if form[0] == "assessor"] * 3
    wrong = satu("kegiatan_porsi", 0.7, 0.3, 0.55, 1.2, 0.1, 0.75, at=4)
    yield from ketik("porsi_penulis", *wrong, *satu("kegiatan_porsi", 0.6, at=0), forms=forms)


def ganda() -> Iterator[Tanaman]:
    """One row typed again in another; the words of a row are a formula, which follows."""
    pairs = cycle([(0, 1), (0, 5), (1, 2), (4, 5), (0, 2)])
    for jabatan, jenjang in (form for form in JENJANG for _ in range(DUA)):
        first, second = next(pairs)
        own, rows = bersih(jabatan, jenjang), bersih(jabatan, jenjang).kegiatan
        typed = {(f"kegiatan_{each}", second): rows[first][each] for each in ("tanggal", "uraian_ketik", "bukti")}
        place = tempat(own, "kegiatan_uraian", second)
        data = write(Package(diketik(jabatan, jenjang, typed)), {place: rows[first]["uraian_ketik"]}, {}, {})
        yield _satu("kegiatan_ganda", jabatan, jenjang, typed, data)


def usia() -> Iterator[Tanaman]:
    """Born 3 March 1982: the 50th birthday is 3 March 2032; PMB counts to the end of the month before."""
    days = (date(2032, 3, 4), date(2032, 4, 1), date(2035, 1, 1))
    yield from ketik("usia_lewat", *satu("sk_tanggal", *days))


def tmt() -> Iterator[Tanaman]:
    """The NIP says March 2008."""
    days = [(nama, day) for nama in ("tmt_golongan", "tmt_jabatan") for day in (date(2008, 2, 29), date(2005, 1, 1))]
    yield from ketik("tmt_sebelum_nip", *({(nama, 0): day} for nama, day in days))


def susunan() -> Iterator[Tanaman]:
    """The sekretaris from kepegawaian, at least four members, nobody below the officer's golongan."""
    choices: list[Tulis] = [
        {("sekretaris_nama", 0): "CONTOH LAIN", ("sekretaris_unsur", 0): "teknis"},
        {("anggota_satu_nama", 0): "CONTOH LAIN", ("anggota_empat_nama", 0): None},
        {("ketua_nama", 0): "CONTOH LAIN", ("wakil_golongan", 0): "II/a"},
        {("wakil_nama", 0): None},
        {("anggota_satu_nama", 0): "CONTOH", ("anggota_satu_unsur", 0): "lain", ("anggota_dua_unsur", 0): "lain"},
    ]
    for each in ketik("tim_susunan", *choices):
        yield Tanaman(each.jenis, each.nama, each.data, frozenset({("Data", "")}))


def dinilai() -> Iterator[Tanaman]:
    yield from ketik("tim_dinilai", *({(f"{seat}_nip", 0): PEGAWAI["nip"]} for seat, _ in TIM))


def rangkap() -> Iterator[Tanaman]:
    """Everybody's NIP differs but for these."""
    numbers = [f"19{65 + at}0505199003199{at}" for at in range(len(TIM))]
    pairs = [(one, two) for two in range(1, len(TIM)) for one in range(two)]
    yield from ketik("tim_rangkap", *({(f"{TIM[two][0]}_nip", 0): numbers[one]} for one, two in pairs))


PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = {
    "nip_tidak_cocok": nip,
    "tanggal_di_luar_masa": tanggal,
    "masa_penilaian": masa,
    "masa_lebih_setahun": setahun,
    "tenggat_lewat": tenggat,
    "bukan_periode": periode,
    "penugasan_kosong": penugasan,
    "bukti_kosong": bukti,
    "porsi_penulis": porsi,
    "kegiatan_ganda": ganda,
    "usia_lewat": usia,
    "tmt_sebelum_nip": tmt,
    "tim_susunan": susunan,
    "tim_dinilai": dinilai,
    "tim_rangkap": rangkap,
}
