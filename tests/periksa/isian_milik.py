"""Forms of ours filled in for an invented officer without a fault, of every jenjang; and the cells to plant in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from angka_kredit.forms import skeleton
from angka_kredit.forms.isi.bentuk import Formulir
from angka_kredit.forms.isi.berkas import baca_formulir
from angka_kredit.forms.rows import Susunan, susun
from angka_kredit.positions import all_jabatan, find_jenjang
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write
from angka_kredit.resources import folder
from angka_kredit.words import fold

Tulis = Mapping[tuple[str, int], Any]  # (name, how many cells down it) -> what is typed there
# typed from the cumulative scale and the diplomas' credits (PermenPANRB 9/2014 Lampiran I, III-VII)
AMBANG = {"II/a": 25, "II/b": 40, "II/c": 60, "II/d": 80, "III/a": 100, "III/b": 150, "III/c": 200, "III/d": 300}
AMBANG |= {"IV/a": 400, "IV/b": 550, "IV/c": 700, "IV/d": 850, "IV/e": 1050}
JENJANG = [("assessor", nama) for nama in ("Muda", "Pertama", "Madya", "Utama")]
JENJANG += [("pmb", nama) for nama in ("Ahli Muda", "Mahir", "Ahli Madya", "Terampil", "Ahli Pertama", "Penyelia")]
JENJANG += [("pmb", "Pemula")]
PEGAWAI = {
    "nama": "CONTOH PEGAWAI",
    "nip": "198203032008031996",
    "tanggal_lahir": date(1982, 3, 3),
    "jenis_kelamin": "Laki-laki",
    "tmt_golongan": date(2014, 4, 1),
    "tmt_jabatan": date(2014, 4, 1),
    "masa_dari": date(2016, 1, 1),
    "masa_sampai": date(2016, 12, 31),
    "tanggal": date(2017, 1, 9),
    "usul_tanggal": date(2017, 1, 12),
    "ba_tanggal": date(2017, 1, 18),
    "pak_tanggal": date(2017, 1, 25),
    "pak_tmt": date(2017, 4, 1),
    "sk_tanggal": date(2017, 2, 15),
    "sk_jabatan_lama": "Analis Contoh",
    "penilaian_tim": "Sama dengan usul",
}
TIM = (  # seat, unsur
    ("ketua", "teknis"),
    ("wakil", "teknis"),
    ("sekretaris", "kepegawaian"),
    ("anggota_satu", "jabatan fungsional"),
    ("anggota_dua", "jabatan fungsional"),
    ("anggota_tiga", "teknis"),
    ("anggota_empat", "kepegawaian"),
)


@dataclass(frozen=True)
class Isian:
    """What is typed. `lama` by kind of work; every row of `kegiatan` by the columns of the sheet."""

    jabatan: str
    jenjang: str
    data: Mapping[str, Any]
    lama: Mapping[str, float]
    kegiatan: Sequence[Mapping[str, Any]] = field(default=())

    def dengan(self, **data: Any) -> Isian:
        return replace(self, data={**self.data, **data})


@cache
def susunan(jabatan: str, jenjang: str) -> Susunan:
    own = all_jabatan()[jabatan]
    return susun(own, find_jenjang(jabatan, jenjang), skeleton.dupak(), skeleton.all_jabatan()[jabatan])


@cache
def templat(jabatan: str, jenjang: str) -> tuple[bytes, Formulir]:
    data = (folder("templates") / f"{jabatan}_{fold(jenjang).replace(' ', '_')}.xlsx").read_bytes()
    return data, baca_formulir(data)


def bersih(jabatan: str, jenjang: str, golongan: str = "") -> Isian:
    """An officer with a little more than her golongan asks, and some work of every kind."""
    golongan = golongan or find_jenjang(jabatan, jenjang).golongan[0].kode
    school = 100 if golongan >= "III" else 25
    data = {**PEGAWAI, "golongan": golongan, "ijazah": "S1" if school == 100 else "SMK", **_tim(golongan)}
    rest = AMBANG[golongan] + 1 - school - 5
    lama = {"pendidikan_sekolah": school, "diklat": 3, "prajabatan": 2, "tugas_pokok": max(0, rest - 3), "profesi": 3}
    if rest < 3:
        lama = {"pendidikan_sekolah": school, "tugas_pokok": 1}
    total = float(sum(lama.values()))
    return Isian(jabatan, jenjang, data | {"pak_lama_jumlah": total}, lama, _kegiatan(jabatan, jenjang))


def _tim(golongan: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for at, (seat, unsur) in enumerate(TIM):
        number = f"19{65 + at}0505199003199{at}"
        found |= {f"{seat}_nama": f"CONTOH {seat.upper()}", f"{seat}_nip": number, f"{seat}_unsur": unsur}
        found[f"{seat}_golongan"] = max(golongan, "III/d")
    return found


def tetangga(jabatan: str, jenjang: str) -> str:
    """The jenjang above; at the top the one below; '' of a ladder with one."""
    own = find_jenjang(jabatan, jenjang)
    near = {each.urutan: each.nama for each in all_jabatan()[jabatan].jenjang if each.kategori == own.kategori}
    return near.get(own.urutan + 1) or near[own.urutan - 1]


def _kegiatan(jabatan: str, jenjang: str) -> list[dict[str, Any]]:
    codes = {sub.jenis: sub.kode for sub in reversed(susunan(jabatan, jenjang).sub[:-1])}  # the first of each kind
    common = {"satuan_ketik": "Laporan"}
    return [
        common | _baris(1, codes["tugas_pokok"], 0.25, 4),
        common | _baris(2, codes["tugas_pokok"], 0.047, 20),
        common | _baris(3, codes["tugas_pokok"], 0.12, 10),
        common | _baris(4, "", 0.014, 12) | {"jenjang_ketik": tetangga(jabatan, jenjang), "penugasan": "ST.01"},
        common | _baris(5, codes["profesi"], 2.0, 1) | ({"porsi": 0.6} if jabatan == "assessor" else {}),
        common | _baris(6, codes["penunjang"], 0.5, 1),
    ]


def _baris(nomor: int, sub: str, ak: float, volume: float) -> dict[str, Any]:
    row = {"tanggal": date(2016, nomor, 10), "volume": volume, "bukti": f"Laporan {nomor}", "ak_ketik": ak}
    return row | {"uraian_ketik": f"Kegiatan contoh {nomor}"} | ({"sub_ketik": sub} if sub else {})


def tulis(isian: Isian) -> dict[Place, Any]:
    form = templat(isian.jabatan, isian.jenjang)[1]
    typed: dict[tuple[str, int], Any] = {(nama, 0): value for nama, value in isian.data.items()}
    for at, row in enumerate(isian.kegiatan):
        typed |= {(f"kegiatan_{nama}", at): value for nama, value in row.items()}
    codes = form.kolom("dupak_kode_baris")
    for jenis, ak in isian.lama.items():
        typed["dupak_isi_lama", codes.index(baris_lama(isian.jabatan, isian.jenjang, jenis))] = ak
    return {tempat(isian, *key): value for key, value in typed.items()}


def baris_lama(jabatan: str, jenjang: str, jenis: str) -> str:
    """The line that takes LAMA of this kind of work: the last of its first sub unsur."""
    sub = next(sub for sub in susunan(jabatan, jenjang).sub if sub.jenis == jenis)
    return sub.baris[-1].kode


def tempat(isian: Isian, nama: str, at: int = 0) -> Place:
    return Place(*templat(isian.jabatan, isian.jenjang)[1].nama[nama][at])


def berkas(isian: Isian) -> bytes:
    """The form filled in and computed."""
    return recalculate(put_inputs(Package(templat(isian.jabatan, isian.jenjang)[0]), tulis(isian)), vote=False).data


@cache
def dasar(jabatan: str, jenjang: str) -> bytes:
    """The clean form, computed once."""
    return berkas(bersih(jabatan, jenjang))


def diketik(jabatan: str, jenjang: str, typed: Tulis) -> bytes:
    """The clean form with other inputs; computed values stay as they were."""
    own = bersih(jabatan, jenjang)
    return put_inputs(Package(dasar(jabatan, jenjang)), {tempat(own, *key): value for key, value in typed.items()})


def ditimpa(jabatan: str, jenjang: str, values: Tulis) -> bytes:
    """The clean form where computed cells show something else."""
    own = bersih(jabatan, jenjang)
    places = {tempat(own, *key): value for key, value in values.items()}
    return write(Package(dasar(jabatan, jenjang)), places, {}, {})
