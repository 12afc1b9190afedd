"""The command pasang-rumus: formulas put into the forms that people already have, after a plan to approve."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from ..batch.plan import KINDS, BadPlan, make_plan
from ..batch.result import DILEWATI as TIDAK
from ..batch.result import DITOLAK
from ..batch.task import Task
from ..cli_words import Command
from ..files import check_closed, read
from ..files import replace as replace_file
from ..hosts.tindakan.rencana_rumus import rencana_rumus
from ..kenal.profil import baca as baca_profil
from ..lampiran.pilihan import data_option
from ..progress import Progress
from ..xls import nama_konversi
from .bentuk import BARU, BEDA, DILEWATI, SAMA, Sel
from .jalan import DIPASANG, TETAP, Hasil, pasang_semua, rencanakan_semua
from .jalan import RENCANA as RENCANA_
from .jalan import Progress as Kemajuan
from .pasang import Pilihan

RENCANA, LAPORAN = "rencana_pasang_rumus.xlsx", "laporan_pasang_rumus.xlsx"
_LAIN = (".xls", ".ods")
_CADANGAN = ".cadangan-"  # in the name of a backup of ours
_CATATAN = "catatan"
_MOST = 12  # lines of one kind on the screen; the tables have all
_LONG = 300  # letters of one line
_PATH = click.Path(path_type=Path)


@click.command("pasang-rumus", cls=Command)
@click.argument("berkas", nargs=-1, required=True)
@click.option("--keluar", type=_PATH, metavar="DIR", help="Folder hasil, rencana dan laporan.")
@click.option("--ya", is_flag=True, help="Rencananya disetujui: langsung ditulis tanpa bertanya.")
@click.option("--ganti", is_flag=True, help="Angka ketikan yang berbeda dari rumusnya ikut diganti.")
@click.option("--ragu", is_flag=True, help="Yang dikenali dengan ragu ikut ditulis.")
@click.option("--profil", type=_PATH, metavar="FORM.toml", help="Susunan formulirnya menurut profil ini.")
@click.option("--konversi", is_flag=True, help="Berkas .xls dan .ods ikut, sebagai salinan .xlsx buatan LibreOffice.")
@click.option("--json", "sebagai_json", is_flag=True, hidden=True, help="Untuk tombol: rencana satu berkas saja.")
@data_option(exists=True)
def perintah(
    berkas: tuple[str, ...],
    keluar: Path | None,
    ya: bool,
    ganti: bool,
    ragu: bool,
    profil: Path | None,
    konversi: bool,
    sebagai_json: bool,
) -> None:
    """Memasang rumus ke dalam DUPAK, surat pernyataan, dan PAK yang sudah ada; berkas aslinya tidak diubah.

    BERKAS boleh berkas atau folder. Rencananya ditulis lebih dahulu sebagai tabel di DIR, lalu ditanyakan."""
    if sebagai_json and len(berkas) == 1:
        click.echo(json.dumps([each._asdict() for each in rencana_rumus(read(Path(berkas[0])))]))
        return
    if keluar is None:
        raise click.UsageError("--keluar belum diisi.")
    pilihan = Pilihan(ganti, ragu, baca_profil(read(profil)) if profil else None, konversi)
    tasks, aside = _tugas(berkas, keluar)
    planned = aside + _maju(rencanakan_semua, tasks, pilihan)
    _tabel(keluar / RENCANA, planned)
    _tell(planned)
    click.echo(f"Rencana: {keluar / RENCANA}")
    failed = any(each.keadaan == DITOLAK for each in planned)
    if not _setuju(planned, ya):
        raise SystemExit(1 if failed else 0)
    left = [each for each in planned if each.keadaan not in (RENCANA_, TETAP)]
    names = {each.nama for each in left}
    told = left + _maju(pasang_semua, [task for task in tasks if task.name not in names], pilihan)
    _tabel(keluar / LAPORAN, told)
    _selesai(told)
    click.echo(f"Laporan: {keluar / LAPORAN}")
    raise SystemExit(1 if any(each.keadaan == DITOLAK for each in told) else 0)


def _tugas(berkas: Sequence[str], keluar: Path) -> tuple[list[Task], list[Hasil]]:
    """The files to do, and what is none of them with the reason."""
    try:
        plan = make_plan(berkas, str(keluar), kinds=(*KINDS, *_LAIN))
    except BadPlan as error:
        raise click.UsageError(str(error)) from None
    aside = [Hasil(each.name, each.status, each.words) for each in plan.aside]
    tasks = []
    for task in plan.tasks:
        source, target = Path(task.source), Path(task.target)
        if source.name in (RENCANA, LAPORAN) or _CADANGAN in source.name:
            continue  # of an earlier run
        if source.suffix.lower() in _LAIN:
            target = target.with_name(nama_konversi(target.name))
            if target.exists():  # LibreOffice never makes the same copy twice
                reason = f"salinannya sudah ada di folder hasil ({target.name}); hapus agar dibuat lagi"
                aside.append(Hasil(task.name, TIDAK, reason))
                continue
        tasks.append(replace(task, target=str(target)))
    return tasks, aside


def _maju(
    work: Callable[[Sequence[Task], Pilihan, Kemajuan], list[Hasil]], tasks: Sequence[Task], pilihan: Pilihan
) -> list[Hasil]:
    progress, done = Progress(), 0

    def count(at: int, total: int) -> None:
        nonlocal done
        done = at
        progress(at, total)

    try:
        return work(tasks, pilihan, count)
    except KeyboardInterrupt:
        words = "sudah ditulis" if work is pasang_semua else "sudah direncanakan; belum ada yang ditulis"
        click.echo(f"\nDihentikan. {done} dari {len(tasks)} berkas {words}.", err=True)
        raise SystemExit(130) from None
    finally:
        progress.end()


def _tabel(path: Path, found: Sequence[Hasil]) -> None:
    from .tabel import BERKAS, RENCANA, baris, tabel

    files = [
        [each.nama, each.keadaan, each.kata, *(each.hitungan[key] for key in (BARU, SAMA, BEDA, DILEWATI))]
        for each in found
    ]
    cells = (baris(each.nama, sel) for each in found for sel in each.sel)
    check_closed(path)
    replace_file(path, tabel([("Rencana", RENCANA, cells), ("Berkas", BERKAS, files)]))


def _tell(planned: Sequence[Hasil]) -> None:
    """What a person must look at, and how much would be written."""
    left = [each for each in planned if each.keadaan in (DITOLAK, TIDAK)]
    for each in left[:_MOST]:
        click.echo(f"{each.keadaan.upper()} {each.nama}: {_pendek(each.kata)}.", err=True)
    if len(left) > _MOST:
        click.echo(f"... dan {len(left) - _MOST} berkas lain yang tidak dikerjakan.", err=True)
    for each in [each for each in planned if each.kata and each not in left][:_MOST]:
        click.echo(f"CATATAN {each.nama}: {_pendek(each.kata)}.")
    for status in (BEDA, DILEWATI, _CATATAN):
        _tell_sel(status, [(each.nama, sel) for each in planned for sel in each.sel if _golongan(sel) == status])
    counts = sum((each.hitungan for each in planned), Counter[str]())
    told = ", ".join(f"{counts[each]} {each}" for each in (BARU, SAMA, BEDA, DILEWATI) if counts[each])
    click.echo(f"{len(planned)} berkas: {told or 'tidak ada sel yang direncanakan'}.")


def _golongan(sel: Sel) -> str:
    """The status; of what is written or stays, whether there is something to say of it."""
    return sel.status if sel.status in (BEDA, DILEWATI) else _CATATAN if sel.catatan else ""


def _tell_sel(kepala: str, cells: Sequence[tuple[str, Sel]]) -> None:
    """One line for the cells of a sheet that have the same reason."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    for name, sel in cells:
        reason = sel.catatan if kepala == _CATATAN else sel.alasan
        lines.setdefault((name, sel.lembar, reason), []).append(sel.sel)
    for (name, sheet, reason), refs in list(lines.items())[:_MOST]:
        more = f" dan {len(refs) - 1} sel lain" if len(refs) > 1 else ""
        click.echo(f"{kepala.upper()} {name} {sheet}!{refs[0]}{more}: {_pendek(reason)}.")
    if rest := sum(map(len, list(lines.values())[_MOST:])):
        click.echo(f"{kepala.upper()} ... dan {rest} sel lain.")


def _setuju(planned: Sequence[Hasil], ya: bool) -> bool:
    """Whether the plan is to be carried out."""
    cells, files = sum(each.hitungan[BARU] for each in planned), sum(bool(each.hitungan[BARU]) for each in planned)
    if not cells:
        click.echo("Tidak ada yang perlu ditulis.")
        return False
    if ya:
        return True
    if not sys.stdin.isatty():
        click.echo("Belum ada yang ditulis. Periksa rencananya, lalu jalankan lagi dengan --ya.")
        return False
    return click.confirm(f"Tulis {cells} rumus ke {files} berkas di folder hasil?", default=False)


def _selesai(done: Sequence[Hasil]) -> None:
    for each in done:
        if each.keadaan == DITOLAK:
            click.echo(f"DITOLAK {each.nama}: {_pendek(each.kata)}.", err=True)
    counts = Counter(each.keadaan for each in done)
    parts = [f"{counts[each]} {each}" for each in (DIPASANG, TETAP, DITOLAK, TIDAK) if counts[each]]
    click.echo(f"{len(done)} berkas: {', '.join(parts)}.")


def _pendek(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG]} ..., selengkapnya di tabel"
