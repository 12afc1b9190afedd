"""Pangkat: the ranks in their order, and whose jenjang a golongan ruang is
(PMB Lampiran II.B; Assessor Pasal 6; AMMI Lampiran II.B)."""

from __future__ import annotations

from ..errors import BadValue, OutOfRule, unknown
from ..regulations.schema import Golongan, Jabatan
from ..regulations.tabel import PenetapanJenjang
from ..regulations.umum import pangkat as daftar_pangkat
from .hasil import Berdasar, Hasil


def pangkat(golongan: Golongan) -> Hasil:
    """The name of the pangkat: 'Penata'."""
    return Hasil(golongan.pangkat, f"pangkat golongan ruang {golongan.kode}", (golongan,))


def golongan_berikut(golongan: Golongan) -> Hasil:
    """The golongan ruang one step higher: 'III/d' after 'III/c'; #NUM! after the highest."""
    rows = list(daftar_pangkat().values())
    if golongan == rows[-1]:
        raise OutOfRule(f"{golongan.kode} ({golongan.pangkat}) golongan ruang tertinggi; tidak ada yang lebih tinggi.")
    higher = rows[rows.index(golongan) + 1]
    words = f"satu tingkat di atas {golongan.kode} ({golongan.pangkat}) adalah {higher.kode} ({higher.pangkat})"
    return Hasil(higher.kode, words, (golongan, higher))


def berikut_dalam(jabatan: Jabatan, golongan: str) -> str:
    """The golongan ruang one step higher on a ladder of this jabatan; #NUM! after its highest."""
    for kategori in jabatan.kategori:
        ladder = [g.kode for jenjang in jabatan.jenjang if jenjang.kategori == kategori for g in jenjang.golongan]
        if golongan in ladder[:-1]:
            return ladder[ladder.index(golongan) + 1]
    raise OutOfRule(
        f"{golongan} golongan ruang tertinggi {jabatan.nama}; tidak ada kenaikan berikutnya ({jabatan.tangga.rujukan})."
    )


def jenjang_dari_golongan(jabatan: Jabatan, golongan: str, kategori: str | None) -> Hasil:
    """The jenjang that the text's table puts this golongan in; `kategori` None is right where only one ladder has it.

    #VALUE! where two ladders have it, #N/A where the kategori does not."""
    having = {jenjang.kategori: jenjang for jenjang in jabatan.jenjang for g in jenjang.golongan if g.kode == golongan}
    if kategori is None:
        if len(having) > 1:
            ladders = " dan ".join(f"{name} ({jenjang.nama})" for name, jenjang in having.items())
            raise BadValue(f"Kategori belum diisi: {golongan} ada pada tangga {ladders}. Isi salah satunya.")
        (kategori,) = having
    if kategori not in having:
        own = [g.kode for jenjang in jabatan.jenjang if jenjang.kategori == kategori for g in jenjang.golongan]
        raise unknown(f"Golongan ruang {jabatan.nama} {kategori}", golongan, own, jabatan.tangga.rujukan)
    found = having[kategori]
    row = next(g for g in found.golongan if g.kode == golongan)
    words = f"{golongan} ({row.pangkat}) termasuk {found.nama}, {kategori}"
    dasar: list[Berdasar] = [row]
    if jabatan.punya(PenetapanJenjang):
        words += "; jenjang yang dipegang boleh berbeda karena ditetapkan menurut angka kredit"
        dasar.append(jabatan.aturan(PenetapanJenjang))
    return Hasil(found.nama, words, tuple(dasar))
