"""What the report assumes: given with the command or by default, and printed on its first sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..errors import CellError
from ..positions import find_jabatan
from ..regulations import regime
from ..regulations.tabel import BebasSementara, Tabel, Tahunan
from ..rules.periode_naik import periode_sejak
from ..words import indonesian, tanggal

PREDIKAT = "Baik"
KEPALA = ("Anggapan", "Isi", "Asal")
Baris = tuple[str, str, str]


@dataclass(frozen=True)
class Asumsi:
    """`predikat` and `ak_per_bulan` (credit points a month) for everybody; None: each person's own.

    `bulan_risiko`: how many months ahead a suspension counts as a risk."""

    tanggal: date
    predikat: str | None = None
    ak_per_bulan: Decimal | None = None
    bulan_risiko: int = 12

    @property
    def periode(self) -> date:
        """The next period in which ranks rise."""
        return periode_sejak(self.tanggal)[0]


def baris(asumsi: Asumsi, jabatan: Collection[str]) -> Iterator[Baris]:
    """`jabatan`: ids of those that occur."""
    pilihan = "pilihan perintah"
    own = "bawaan: dari buku kerja masing-masing"
    predikat = asumsi.predikat or f"predikat proyeksi pada lembar Data; bila kosong {PREDIKAT}"
    laju = "AK BARU dibagi bulan masa penilaian (bulan dibulatkan)"
    if asumsi.ak_per_bulan:
        laju = f"{indonesian(asumsi.ak_per_bulan)} angka kredit per bulan"
    yield "Tanggal laporan", tanggal(asumsi.tanggal), "--tanggal; bawaannya hari ini"
    yield "Periode berikut", tanggal(asumsi.periode), periode_sejak(asumsi.tanggal)[1].rujukan
    yield "Predikat sejak 2023", predikat, pilihan if asumsi.predikat else own
    yield "Laju konvensional dan AMMI", laju, pilihan if asumsi.ak_per_bulan else own
    ahead = f"{asumsi.bulan_risiko} bulan sejak tanggal laporan"
    yield "Berisiko bila bebas sementara dalam", ahead, "--bulan-risiko; bawaannya 12"
    yield from _tetap()
    for each in sorted(jabatan):
        yield from _bebas(each)


def _tetap() -> Iterator[Baris]:
    for pokok, what in (("proyeksi", "Proyeksi sejak 2023"), ("proyeksi_konvensional", "Proyeksi konvensional")):
        row = regime.dasar(pokok)
        yield what, row.catatan, f"{row.rujukan}; {row.status}"
    ours = "bacaan kami"
    yield (
        "Periode naik",
        "Periode pertama sesudah angka kredit tercapai, tidak lebih awal daripada periode berikut.",
        "KAPAN_NAIK_PANGKAT, KAPAN_NAIK_JENJANG, KAPAN_NAIK_KONVENSIONAL",
    )
    yield (
        "Angka kredit konvensional",
        "JUMLAH menurut Tim Penilai bila penilaian tim sudah diisi, selain itu menurut pengusul. "
        "Kekurangan menurut unsur selalu menurut pengusul (lembar Data).",
        ours,
    )
    yield (
        "Satu orang satu baris",
        "Dari beberapa buku kerja dengan NIP yang sama dipakai yang masa penilaiannya paling akhir.",
        ours,
    )
    yield (
        "Nilai tersimpan",
        "Dibaca seperti tersimpan, tanpa Excel. Buku kerja yang nilainya belum dihitung disebut dan tidak dijumlahkan: "
        "jalankan angka-kredit hitung-ulang lebih dahulu.",
        "lembar Berkas",
    )
    yield (
        "Bebas sementara",
        "Dihitung dari TMT golongan ruang atau TMT jabatan, yang lebih akhir; IV/e dari ulang tahun TMT itu.",
        f"TANGGAL_BEBAS_SEMENTARA; {ours}",
    )
    yield (
        "Bebas sementara sejak 2023",
        "Tidak ada: naskah PermenPANRB 1/2023 dan Peraturan BKN 3/2023 tidak ada di sini.",
        regime.regulasi().singkat,
    )


def _bebas(jabatan: str) -> Iterator[Baris]:
    """Where the suspension and the yearly minimum of a jabatan stand, or why they are not here."""
    try:
        found = find_jabatan(jabatan)
    except CellError:
        return
    kinds: tuple[type[Tabel], ...] = (BebasSementara, Tahunan)
    for kind in kinds:
        what = f"{kind.judul[0].upper()}{kind.judul[1:]}: {found.id}"
        if found.punya(kind):
            rows = found.tabel[kind]
            yield what, "Ada", "; ".join(dict.fromkeys(row.rujukan for row in rows))
        else:
            yield what, str(found.tanpa(kind)), found.regulasi.singkat
