"""From a workbook's facts to a row of the report: what is common to every kind of workbook."""

from __future__ import annotations

from collections.abc import Callable

from ..functions import call
from ..regulations import regime
from ..rules.kalender import tambah_bulan
from ..rules.masa import rezim_tahun
from ..words import tanggal
from . import kinerja, konvensional, konversi
from .asumsi import Asumsi
from .baca import Buku
from .bentuk import KINERJA, KONVENSIONAL, KONVERSI, TEKS
from .fakta import Fakta
from .pegawai import (
    BELUM,
    CUKUP,
    PENUNJANG,
    PERKIRAAN,
    PUNCAK,
    REZIM_LAMA,
    TAK_TERHITUNG,
    TERHALANG,
    Pegawai,
    Tujuan,
)

_USANG = "nilai rumusnya belum dihitung; jalankan angka-kredit hitung-ulang"
_BEDA = "nilai tersimpan berbeda dengan hitungan fungsinya ({}); jalankan angka-kredit hitung-ulang"
_SESUAI = ("", "SESUAI", "Semua kegiatan masuk DUPAK", "LAMA sama dengan PAK terakhir")
_PERIKSA = {
    "pemeriksaan_nip": "NIP",
    "pemeriksaan": "kegiatan",
    "pemeriksaan_lama": "angka kredit LAMA",
    "periksa_jabatan": "jabatan",
}
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
        if buku.bentuk.jenis != KONVERSI:
            _rezim(found, asumsi.tanggal.year)
        found.periksa += [
            f"{what}: {words}" for nama, what in _PERIKSA.items() if (words := fakta.teks(nama)) not in _SESUAI
        ]
        found.periksa += _riwayat(fakta)
    if found.usang:
        found.periksa.append(found.usang)
        found.status = TAK_TERHITUNG
    return found


def _riwayat(fakta: Fakta) -> list[str]:
    """What is wrong with the history: the words of its first row that is not right."""
    if fakta.teks("periksa_riwayat") in _SESUAI:
        return []
    rows = (row for row in fakta.buku.kolom.get("riwayat_periksa", []) if type(row) is str)
    first = next((row for row in rows if row not in ("", "sesuai")), "lihat kolom Periksa pada lembar Riwayat")
    return [f"riwayat: {first}"]


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
    if goal.kurang and goal.periode is None:
        if not found.laju:
            found.periksa.append("laju tidak diketahui" if found.laju is None else "laju 0: tidak akan tercapai")
        return TAK_TERHITUNG
    if goal.kurang and goal.periode != asumsi.periode:
        return BELUM
    if any(_terhalang(found, label, bool(goal.kurang), asumsi) for label in found.kurang_unsur):
        return TERHALANG
    return PERKIRAAN if goal.kurang else CUKUP


def _terhalang(found: Pegawai, label: str, nanti: bool, asumsi: Asumsi) -> bool:
    """Whether what is short of an unsur bars the rise: any now, `nanti` only what the pace does not bring in time."""
    if not nanti:
        return bool(found.kurang_unsur[label])
    day = found.unsur_tercapai.get(label)
    return label != PENUNJANG and (day is None or day > asumsi.periode)


def _rezim(found: Pegawai, tahun: int) -> None:
    """A workbook of another regime than the year's; since the konversi its scale lets nobody rise or be late."""
    now = rezim_tahun(tahun)
    if now == KONVENSIONAL:
        return
    source = regime.rezim()[now].rujukan
    found.periksa.append(f"buku kerja {found.rezim}; pada {tahun} rezimnya {now} ({source})")
    if now == KONVERSI:
        found.pangkat, found.naik_jenjang, found.kurang_unsur = Tujuan(), Tujuan(), {}
        found.risiko, found.bebas_sementara = [], None
        found.status = TAK_TERHITUNG if found.ak is None else REZIM_LAMA


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
