"""From a workbook's facts to a row of the report: what is common to every kind of workbook."""

from __future__ import annotations

from collections.abc import Callable

from ..functions import call
from ..rules.kalender import tambah_bulan
from ..words import tanggal
from . import kinerja, konvensional, konversi
from .asumsi import Asumsi
from .baca import Buku
from .bentuk import KINERJA, KONVENSIONAL, KONVERSI, TEKS
from .fakta import Fakta
from .pegawai import BELUM, CUKUP, PERKIRAAN, PUNCAK, TAK_TERHITUNG, TERHALANG, Pegawai, Tujuan

_USANG = "nilai rumusnya belum dihitung; jalankan angka-kredit hitung-ulang"
_BEDA = "nilai tersimpan berbeda dengan hitungan fungsinya ({}); jalankan angka-kredit hitung-ulang"
_SESUAI = ("", "SESUAI", "Semua kegiatan masuk DUPAK", "LAMA sama dengan PAK terakhir")
_PERIKSA = ("pemeriksaan_nip", "pemeriksaan", "pemeriksaan_lama", "periksa_jabatan", "periksa_riwayat")
_HITUNG: dict[str, Callable[[Fakta, Pegawai, Asumsi], None]] = {
    KONVENSIONAL: konvensional.hitung,
    KINERJA: kinerja.hitung,
    KONVERSI: konversi.hitung,
}


def hitung(buku: Buku, berkas: str, asumsi: Asumsi) -> Pegawai | None:
    """The person of the workbook; None where nobody is filled in."""
    fakta = Fakta(buku)
    if not any(fakta.teks(nama) for nama in ("nama", "nip", "golongan", "unit_kerja")):
        return None
    found = _siapa(fakta, berkas)
    found.usang = _usang(fakta)
    if not found.usang:
        _HITUNG[buku.bentuk.jenis](fakta, found, asumsi)
        found.status = _status(found, asumsi)
        _lambat(found, asumsi)
        found.periksa += [f"{nama}: {words}" for nama in _PERIKSA if (words := fakta.teks(nama)) not in _SESUAI]
    if found.usang:
        found.periksa.append(found.usang)
        found.status = TAK_TERHITUNG
    return found


def _siapa(fakta: Fakta, berkas: str) -> Pegawai:
    buku = fakta.buku
    return Pegawai(
        berkas,
        buku.bentuk.jenis,
        nama=fakta.teks("nama"),
        nip=fakta.teks("nip"),
        unit=fakta.teks("unit_kerja"),
        jabatan=fakta.teks("nama_jabatan"),
        jenjang=fakta.teks("jenjang"),
        golongan=fakta.teks("golongan"),
        id_jabatan=fakta.teks("jabatan"),
        sampai=fakta.tanggal("masa_sampai"),
        tidak_ada=[label for nama, label in buku.bentuk.wajib.items() if fakta.kosong(nama)],
        galat=buku.galat,
        banyak_galat=buku.banyak_galat,
    )


def _usang(fakta: Fakta) -> str:
    """Why the cached values are no values of these inputs: none at all, zeros of who computes nothing, or old ones."""
    nilai = fakta.buku.nilai
    if fakta.buku.belum or any(isinstance(nilai.get(nama), float) for nama in TEKS):
        return _USANG
    rank = fakta.teks("nama_pangkat")
    golongan = fakta.teks("golongan")
    if rank and golongan and (known := call("PANGKAT", golongan)) != rank and not str(known).startswith("#"):
        return _BEDA.format("pangkat")
    return ""


def _status(found: Pegawai, asumsi: Asumsi) -> str:
    goal = found.pangkat if found.pangkat.nama else found.naik_jenjang
    if found.ak is None or goal.kurang is None:
        return PUNCAK if found.puncak else TAK_TERHITUNG
    for each in (found.pangkat, found.naik_jenjang):
        _tidak_lampau(each, asumsi)
    if goal.kurang and goal.periode != asumsi.periode:
        return BELUM
    if any(found.kurang_unsur.values()):
        return TERHALANG
    return PERKIRAAN if goal.kurang else CUKUP


def _tidak_lampau(goal: Tujuan, asumsi: Asumsi) -> None:
    if goal.periode:
        goal.periode = max(goal.periode, asumsi.periode)


def _lambat(found: Pegawai, asumsi: Asumsi) -> None:
    """The suspension within the months that count as a risk, while the credit is short."""
    day, short = found.bebas_sementara, found.pangkat.kurang
    if day is None or not short or day > tambah_bulan(asumsi.tanggal, asumsi.bulan_risiko):
        return
    past = "sudah genap" if day <= asumsi.tanggal else "genap"
    done = found.pangkat.tercapai
    pace = f"menurut lajunya tercapai {tanggal(done)}" if done else "lajunya tidak diketahui"
    found.risiko.append(f"jangka waktu bebas sementara {past} {tanggal(day)}; {pace}")
