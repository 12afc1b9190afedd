"""The commands isi and bekukan: forms filled in from a table of people, and a copy for who has no add-in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from ..cli_words import Command
from ..files import check_closed, read, write
from ..lampiran.pilihan import data_option
from ..progress import Progress
from . import bekukan as beku
from .isi.laporan import DAFTAR, tanpa_kolom, tulis_laporan
from .isi.massal import baca_semua_lama, isi_semua
from .isi.seorang import GAGAL, PERIKSA, TERISI, Hasil
from .isi.tabel import Tabel, baca_tabel
from .templat_sendiri.siap import siapkan

_PATH = click.Path(path_type=Path)
_MOST = 20  # lines on the screen; the report has all


@click.command("isi", cls=Command)
@click.option(
    "--data",
    type=_PATH,
    multiple=True,
    required=True,
    metavar="BERKAS",
    help="Tabel pegawai: satu baris satu orang. Boleh diulang, misalnya untuk .csv pegawai dan .csv kegiatan.",
)
@click.option("--keluar", type=_PATH, required=True, metavar="DIR", help="Folder hasil: satu berkas satu orang.")
@click.option(
    "--pak-lama",
    type=_PATH,
    multiple=True,
    metavar="BERKAS",
    help="Buku kerja PAK sebelumnya, atau folder berisi banyak; JUMLAH menurut Tim Penilai menjadi LAMA.",
)
@click.option("--timpa", is_flag=True, help="Isi yang diketik orang pada berkas yang sudah ada ikut diganti.")
@click.option("--templat", type=_PATH, metavar="FORM.xlsx", help="Formulir instansi sendiri yang diisi.")
@click.option("--profil", type=_PATH, metavar="FORM.toml", help="Profil formulir itu (kenali --simpan-profil).")
@click.option("--konversi", is_flag=True, help="Templat .xls atau .ods disalin menjadi .xlsx lewat LibreOffice.")
@data_option(exists=True)
def isi(
    data: tuple[Path, ...],
    keluar: Path,
    pak_lama: tuple[Path, ...],
    timpa: bool,
    templat: Path | None,
    profil: Path | None,
    konversi: bool,
) -> None:
    """Mengisi formulir setiap pegawai dari sebuah tabel, lalu menghitungnya.

    Lembar pegawai: urutan kolom bebas. Lembar Kegiatan, Riwayat dan Penilaian boleh ada; NIP menyebut pemiliknya."""
    if pak_lama and templat:
        raise click.UsageError("--pak-lama tidak dapat dipakai bersama --templat.")
    if (profil or konversi) and not templat:
        raise click.UsageError("--profil dan --konversi hanya untuk --templat.")
    asal = siapkan(templat, profil, keluar, konversi) if templat else None  # before anybody is filled in
    tabel = baca_tabel(*map(read, data))
    lama = baca_semua_lama(pak_lama, tabel)
    _say("PERIKSA", [*tabel.tidak_dikenal, *tabel.tanpa_pegawai, *lama.galat])
    progress = Progress()
    try:
        found = isi_semua(tabel, keluar, lama, timpa, progress, asal)
    finally:
        progress.end()
    tabel.tidak_ada = [] if asal else _dirasakan(tabel.tidak_ada, found)
    laporan = tulis_laporan(keluar, tabel, found, [*lama.galat, *([asal.kata] if asal and asal.kata else [])])
    _tell_kurang(tabel, found)
    _tell(found)
    click.echo(f"Nomor setiap NIP: {keluar / DAFTAR}\nYang kurang, satu per satu: {laporan}")
    raise SystemExit(1 if any(hasil.keadaan == GAGAL for hasil in found) else 0)


@click.command("bekukan", cls=Command)
@click.argument("berkas", type=_PATH)
@click.option(
    "--keluar", type=_PATH, metavar="BERKAS2", help="Salinan yang dibuat; bawaannya <nama>_beku di sebelah berkasnya."
)
@data_option(exists=True)
def bekukan(berkas: Path, keluar: Path | None) -> None:
    """Membuat salinan untuk penerima tanpa Angka Kredit: fungsinya menjadi nilai, rumus Excel tetap hidup."""
    keluar = keluar or berkas.with_name(f"{berkas.stem}_beku{berkas.suffix}")
    if keluar.resolve() == berkas.resolve():
        raise click.UsageError("--keluar sama dengan berkasnya. Pilih nama lain.")
    if keluar.suffix.lower() != berkas.suffix.lower():
        raise click.UsageError(f"nama --keluar harus berakhiran {berkas.suffix}.")
    made = beku.bekukan(read(berkas))
    check_closed(keluar)
    backup = write(keluar, made.data)
    click.echo(f"{len(made.sel)} sel dibekukan; daftarnya di lembar '{made.lembar}'.")
    _say("PERIKSA", made.catatan)
    click.echo(f"  {keluar}" + (f" (isi lama disimpan sebagai {backup.name})" if backup else ""))


def _tell_kurang(tabel: Tabel, found: Sequence[Hasil]) -> None:
    if absent := tanpa_kolom(tabel):
        click.echo(f"Tidak ada kolom untuk: {', '.join(absent)}.")
    lacking = Counter(label for hasil in found for label in hasil.wajib)
    if lacking:
        click.echo(f"WAJIB, masih kosong: {'; '.join(f'{label} ({count} orang)' for label, count in lacking.items())}.")


def _tell(found: Sequence[Hasil]) -> None:
    failed = [f"baris {hasil.baris}: {'; '.join(hasil.catatan)}" for hasil in found if hasil.keadaan == GAGAL]
    _say("TIDAK DIISI", failed, err=True)
    counts = Counter(hasil.keadaan for hasil in found)
    click.echo(
        f"{counts[TERISI] + counts[PERIKSA]} berkas diisi ({counts[PERIKSA]} perlu diperiksa), {counts[GAGAL]} tidak."
    )


def _say(title: str, words: Sequence[str], err: bool = False) -> None:
    for each in words[:_MOST]:
        click.echo(f"{title} {each.rstrip('.')}.", err=err)
    if len(words) > _MOST:
        click.echo(f"{title} {len(words) - _MOST} hal lain.", err=err)


def _dirasakan(tidak_ada: Sequence[str], found: Sequence[Hasil]) -> list[str]:
    """Of the inputs without a column those that somebody's form asks for, the commonest first."""
    counts = Counter(label for hasil in found for label in (*hasil.wajib, *hasil.kurang))
    filled = any(hasil.keadaan != GAGAL for hasil in found)
    return sorted((label for label in tidak_ada if counts[label] or not filled), key=lambda label: -counts[label])
