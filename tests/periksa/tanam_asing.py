"""Faults in forms that are none of ours, in the layouts of isian_asing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from isian_asing import GAYA, KEGIATAN, NILAI, ORANG, SURAT, Lembaran, berdua, surat, usul
from tanaman import Tanaman

from angka_kredit.recalc.package import Package
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write

PELAKSANA = "surat berpelaksana"


def _satu(jenis: str, words: str, form: Lembaran, sel: str, pak_lama: bytes | None = None) -> Tanaman:
    return Tanaman(jenis, words, form.data, frozenset({(form.lembar, sel)}), pak_lama)


def orang(jenis: str, datum: str, *choices: Mapping[str, str]) -> Iterator[Tanaman]:
    """Each layout with one of these changes to the person's data; found at the cell of `datum`."""
    for at, gaya in enumerate([*GAYA, *SURAT]):
        changed = choices[at % len(choices)]
        form = (surat(gaya, orang=ORANG | dict(changed))) if gaya in SURAT else usul(gaya, ORANG | dict(changed))
        yield _satu(jenis, f"{gaya}: {changed}", form, form.orang[datum])


def nip() -> Iterator[Tanaman]:
    yield from orang(
        "nip_tidak_cocok",
        "nip",
        {"lahir": "Kota Contoh, 13 Maret 1982"},
        {"jenis_kelamin": "Perempuan"},
        {"nip": "19820304 200803 1 996"},
        {"nip": "198203032008031"},
    )


def masa() -> Iterator[Tanaman]:
    yield from orang("masa_penilaian", "masa_penilaian", {"masa_penilaian": "31 Desember 2016 s/d 1 Januari 2016"})


def setahun() -> Iterator[Tanaman]:
    yield from orang("masa_lebih_setahun", "masa_penilaian", {"masa_penilaian": "Januari 2015 - Desember 2016"})


def naik(jenis: str, *choices: Mapping[str, tuple[float, float]], **orang: str) -> Iterator[Tanaman]:
    """Each layout of a DUPAK with one of these numbers; found anywhere on the sheet."""
    for gaya in GAYA:
        for at, numbers in enumerate(choices):
            yield _satu(jenis, f"{gaya} {at}", usul(gaya, ORANG | orang, NILAI | dict(numbers)), "")


def komposisi() -> Iterator[Tanaman]:
    """S2 for III/d: 80% of (300 - 150) is 120 from unsur utama (Assessor Pasal 12 (2))."""
    rows = [(60.0, 90.0), (40.0, 110.0)]
    yield from naik("komposisi", *({"Menyusun rencana": (a, 3.5), "Mengikuti seminar": (b, 1.15)} for a, b in rows))


def ijazah() -> Iterator[Tanaman]:
    """S2 is 150: the diploma's own credit left at S1's 100, and added to it."""
    yield from naik("ijazah_beda", {"Magister (S2)": (100.0, 0.0)}, {"Magister (S2)": (100.0, 150.0)})


def profesi() -> Iterator[Tanaman]:
    """4 for III/d (Pasal 13 (2)): 2.7 + 1.2 is too little, and nothing at all."""
    plenty = {"Menyusun rencana": (130.0, 3.5)}
    yield from naik(
        "profesi_kurang",
        plenty | {"Menulis karya ilmiah": (2.7, 1.2)},
        plenty | {"Menulis karya ilmiah": (0.0, 0.0)},
    )


def tahunan() -> Iterator[Tanaman]:
    """IV/e: 9.95 of 25 (Pasal 15)."""
    who = {"pangkat": "Pembina Utama, IV/e, TMT 1 April 2014", "jabatan": "Assessor SDM Aparatur Utama"}
    yield from naik("tahunan_kurang", {}, **who)


def kedua() -> Iterator[Tanaman]:
    """LAMA 300 and more at the end of 2015, III/c since April 2015: 9.95 of 20% x (300 - 200) (Pasal 14 (2))."""
    numbers = {"Menyusun rencana": (130.0, 3.5)}
    yield from naik("tahun_kedua_kurang", numbers, pangkat="Penata, III/c, TMT 1 April 2015")


def bebas() -> Iterator[Tanaman]:
    """III/c and Muda since 2011: five years were over in 2016 with 212.1 of 300 (Pasal 33 (1))."""
    since = "Assessor SDM Aparatur Muda, TMT 1 Juni 2011"
    yield from naik("bebas_sementara", {}, pangkat="Penata (III/c), TMT 1-4-2010", jabatan=since)


def tmt() -> Iterator[Tanaman]:
    yield from orang("tmt_sebelum_nip", "pangkat", {"pangkat": "Penata, III/c, TMT 1 April 2007"})


def porsi() -> Iterator[Tanaman]:
    """A karya tulis of 6: 70% of it is 4.2, 30% 1.8 (Pasal 16 (1)); each where nobody names a share."""
    title = "SURAT PERNYATAAN MELAKUKAN KEGIATAN PENGEMBANGAN PROFESI"
    for gaya in SURAT:
        for credit in (4.2, 1.8):
            row = ("Menulis karya ilmiah", "5 Mei 2016", 1, 6.0, "Naskah", "Muda", credit)
            form = surat(gaya, (*KEGIATAN[:1], row), judul=title)
            yield _satu("porsi_penulis", f"{gaya} {credit}", form, form.sel(row[0], "jumlah_ak"))


def jumlah() -> Iterator[Tanaman]:
    for gaya in GAYA:
        form = usul(gaya)
        for text, value in (("Magister (S2)", 152.0), ("Menyusun rencana", 3.5)):
            cell = form.sel(text, "jumlah")
            data = write(Package(form.data), {Place(form.lembar, cell): value}, {}, {})
            yield Tanaman("jumlah_beda", f"{gaya}: {text} {value}", data, frozenset({(form.lembar, cell)}))


def lama() -> Iterator[Tanaman]:
    """LAMA is the JUMLAH of the file before, but for one row."""
    before = NILAI | {text: (old - 1 if old > 1 else old, 1.0 if old > 1 else 0.0) for text, (old, _) in NILAI.items()}
    wrong = [("Magister (S2)", 149.0), ("Menyusun rencana", 0.0), ("Menulis karya ilmiah", 2.0)]
    pak = usul("pak", ORANG | {"masa_penilaian": "1 Januari 2015 s/d 31 Desember 2015"}, before).data
    for at, gaya in enumerate(GAYA):
        text, value = wrong[at % len(wrong)]
        form = usul(gaya, nilai=NILAI | {text: (value, NILAI[text][1])})
        yield _satu("lama_beda", f"{gaya}: {text}", form, form.sel(text, "lama"), pak)


def lama_sebuku() -> Iterator[Tanaman]:
    """One row and so the total of LAMA differ from the PAK on the next sheet."""
    for at, gaya in enumerate(each for each in GAYA if each != "pak"):
        text = ("Magister (S2)", "Menyusun rencana")[at % 2]
        form = berdua(gaya, NILAI | {text: (NILAI[text][0] - 2, NILAI[text][1])}, NILAI)
        yield _satu("lama_beda", f"{gaya}: {text}, PAK di lembar lain", form, form.sel(text, "lama"))


def baris(jenis: str, isi: str, *choices: tuple[int, Any], gaya: list[str] | None = None) -> Iterator[Tanaman]:
    """Each layout of a surat pernyataan with one field of one row changed."""
    names = ("uraian", "tanggal", "volume", "ak_satuan", "bukti")
    for style in gaya or SURAT:
        for at, value in choices:
            rows = [list(row) for row in KEGIATAN]
            rows[at][names.index(isi)] = value
            form = surat(style, tuple(map(tuple, rows)))
            yield _satu(jenis, f"{style}: {isi} {value}", form, form.sel(rows[at][0], isi))


def tanggal_tidak_ada() -> Iterator[Tanaman]:
    days = ("31 Juni 2016", "30 Februari 2016", "31/04/2016", "1 s/d 31 September 2016", "2016-02-30")
    yield from baris("tanggal_tidak_ada", "tanggal", *((at % 3, day) for at, day in enumerate(days)))


def tanggal() -> Iterator[Tanaman]:
    yield from baris(
        "tanggal_di_luar_masa", "tanggal", (0, "2 Februari 2017"), (1, "28 Desember 2015"), (2, "Mei 2015")
    )


def bukti() -> Iterator[Tanaman]:
    yield from baris("bukti_kosong", "bukti", (0, None), (2, " "))


def ganda() -> Iterator[Tanaman]:
    """The first row once more at the end, its volume changed."""
    for gaya in SURAT:
        first = KEGIATAN[0]
        form = surat(gaya, (*KEGIATAN, (*first[:2], 2, *first[3:])))
        yield _satu("kegiatan_ganda", gaya, form, form.sel(first[0], "tanggal"))


def faktor() -> Iterator[Tanaman]:
    """A butir of Madya by an Assessor Muda: 80% (Pasal 10 a), 1 x 80% = 0.8; of Pertama 100%."""
    wrong = [("Madya", 1.0), ("Madya", 0.64), ("Assessor Madya", 1.2), ("Ahli Madya", 1.0)]
    for pelaksana, credit in wrong:
        yield _pelaksana("faktor_jenjang", pelaksana, credit)


def perkalian() -> Iterator[Tanaman]:
    for pelaksana, credit in (("Muda", 10.0), ("Pertama", 0.8), ("Ahli Muda", 0.1)):
        yield _pelaksana("perkalian", pelaksana, credit)


def dua_tingkat() -> Iterator[Tanaman]:
    for pelaksana in ("Utama", "Ahli Utama", "Assessor SDM Aparatur Utama"):
        yield _pelaksana("dua_tingkat", pelaksana, 0.8, "pelaksana")


def _pelaksana(jenis: str, pelaksana: str, credit: float, isi: str = "jumlah_ak") -> Tanaman:
    """Row 1 (4 x 0.25) is a butir of that jenjang, and somebody typed its credit."""
    form = surat(PELAKSANA, ((*KEGIATAN[0], pelaksana, credit), *KEGIATAN[1:]))
    return _satu(jenis, f"{pelaksana} {credit}", form, form.sel(KEGIATAN[0][0], isi))


PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = {
    "nip_tidak_cocok": nip,
    "masa_penilaian": masa,
    "masa_lebih_setahun": setahun,
    "komposisi": komposisi,
    "ijazah_beda": ijazah,
    "profesi_kurang": profesi,
    "tahunan_kurang": tahunan,
    "tahun_kedua_kurang": kedua,
    "bebas_sementara": bebas,
    "tmt_sebelum_nip": tmt,
    "porsi_penulis": porsi,
    "jumlah_beda": jumlah,
    "lama_beda": lambda: chain(lama(), lama_sebuku()),
    "tanggal_di_luar_masa": tanggal,
    "tanggal_tidak_ada": tanggal_tidak_ada,
    "bukti_kosong": bukti,
    "kegiatan_ganda": ganda,
    "faktor_jenjang": faktor,
    "perkalian": perkalian,
    "dua_tingkat": dua_tingkat,
}
