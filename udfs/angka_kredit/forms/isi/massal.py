"""Everybody of a table: numbers kept from run to run, several processes, one bad row stops nobody."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...cores import cores
from ...errors import AngkaKreditError, Refused
from ...files import read, remove_temporary
from ...workers import no_interrupts, pool
from .bentuk import PakLama
from .berkas import baca_lama
from .kosong import kosong
from .lama_periksa import hari
from .laporan import DAFTAR, LAPORAN, baca_daftar, tulis_daftar
from .seorang import GAGAL, Hasil, Tugas, kerjakan
from .tabel import Tabel
from .templat import templat

if TYPE_CHECKING:
    from ..templat_sendiri.siap import Asal

_CADANGAN = ".cadangan-"
_MOST = 3  # files that a note names
_FEW = 4  # people for whom starting processes takes longer than it saves
_MATI = "mesin hitung berhenti mendadak pada orang ini; kirimkan barisnya kepada pengelola"
_DIHENTIKAN = "belum dikerjakan: dihentikan sebelum orang ini; jalankan perintah yang sama sekali lagi"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Lama:
    """The previous workbooks by NIP, and those that cannot be used, each in words."""

    oleh_nip: Mapping[str, PakLama]
    galat: Sequence[str]


def isi_semua(
    tabel: Tabel, keluar: Path, lama: Lama, timpa: bool, progress: Progress, asal: Asal | None = None
) -> list[Hasil]:
    """A file for each row of the table, in its order. `progress` hears (people done, people in all).

    `asal`: the agency's own form, in the place of ours."""
    numbers = _nomor(tabel, keluar)
    remove_temporary(keluar)  # of a run that was killed
    with tempfile.TemporaryDirectory(prefix="angka-kredit-") as jadi:
        tasks = [
            Tugas(baris, numbers.get(baris.nip, 0), keluar, lama.oleh_nip.get(baris.nip), timpa, Path(jadi), asal)
            for baris in tabel.baris
        ]
        return _semua(tasks, progress)


def _semua(tasks: list[Tugas], progress: Progress) -> list[Hasil]:
    tasks.sort(key=_bentuk)  # a process does alike forms one after the other: their formulas are worked out once
    found = list[Hasil]()
    progress(0, len(tasks))
    try:
        for hasil in _kerjakan(tasks):
            found.append(hasil)
            progress(len(found), len(tasks))
    except KeyboardInterrupt:
        done = {hasil.baris for hasil in found}
        found += [_belum(task) for task in tasks if task.baris.nomor not in done]
    return sorted(found, key=lambda hasil: hasil.baris)


def _bentuk(task: Tugas) -> str:
    """Which form the person gets, made here where that is needed; '' for none."""
    if task.asal:
        return ""
    with suppress(AngkaKreditError):  # told at her row
        return kosong(templat(task.baris.orang.fakta), task.jadi).name
    return ""


def _belum(task: Tugas) -> Hasil:
    return Hasil(task.baris.nomor, task.nomor, task.baris.nip, GAGAL, catatan=(_DIHENTIKAN,))


def baca_semua_lama(paths: Iterable[Path], tabel: Tabel) -> Lama:
    """The previous workbooks at these paths; of a folder, all in it but lists, reports and backups of ours."""
    found, wrong, refused = dict[str, tuple[str, PakLama]](), list[str](), dict[str, list[str]]()
    people = {baris.nip for baris in tabel.baris}
    for path in _berkas(paths):
        try:
            pak = baca_lama(read(path))
            if pak.nip not in people:
                raise Refused("NIP di dalamnya tidak ada di tabel pegawai" if pak.nip else "tidak memuat NIP")
        except AngkaKreditError as reason:
            refused.setdefault(str(reason), []).append(path.name)
            continue
        kept, other = found.get(pak.nip), (path.name, pak)
        if kept:  # the newer one counts
            kept, other = (other, kept) if _lebih_baru(pak, kept[1]) else (kept, other)
            wrong.append(f"PAK lama {other[0]}: tidak dipakai, karena {kept[0]} untuk NIP yang sama")
        found[pak.nip] = kept or other
    wrong += [f"PAK lama {_sebut(names)}: {reason}" for reason, names in refused.items()]
    return Lama({nip: pak for nip, (_, pak) in found.items()}, wrong)


def _sebut(names: Sequence[str]) -> str:
    more = f" dan {len(names) - _MOST} lainnya" if len(names) > _MOST else ""
    return f"{', '.join(names[:_MOST])}{more}"


def _lebih_baru(pak: PakLama, other: PakLama) -> bool:
    ends = [day for each in (other, pak) if (day := hari(each.masa_sampai))]
    return len(ends) == 2 and ends[0] < ends[1]


def _berkas(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from filter(_is_pak, sorted(path.iterdir())) if path.is_dir() else [path]


def _is_pak(path: Path) -> bool:
    """A workbook; not a list, report or backup of ours, nor a lock file of Excel's."""
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return False
    return path.name not in (DAFTAR, LAPORAN) and _CADANGAN not in path.name and not path.name.startswith(("~", "."))


def _nomor(tabel: Tabel, keluar: Path) -> dict[str, int]:
    """NIP -> running number: the one of an earlier run, else the next free. The list is on the disk before any file."""
    numbers = baca_daftar(keluar / DAFTAR)
    last = max(numbers.values(), default=0)
    for baris in tabel.baris:
        if baris.nip and baris.nip not in numbers:
            last += 1
            numbers[baris.nip] = last
    tulis_daftar(keluar / DAFTAR, numbers)
    return numbers


def _kerjakan(tasks: Sequence[Tugas]) -> Iterator[Hasil]:
    if len(tasks) < _FEW:
        yield from map(kerjakan, tasks)
        return
    left = dict(enumerate(tasks))
    try:
        with pool(min(cores(), len(tasks))) as workers:
            futures: dict[Future[Hasil], int] = {}
            try:
                with no_interrupts():
                    futures |= {workers.submit(_satu, task): number for number, task in left.items()}
                for future in as_completed(futures):
                    hasil = future.result()
                    left.pop(futures[future])
                    yield hasil
            except KeyboardInterrupt:
                workers.shutdown(cancel_futures=True)  # those in work are finished, the others not begun
                done = [future for future, number in futures.items() if number in left and not future.cancelled()]
                yield from (future.result() for future in done)
                raise
    except BrokenProcessPool:  # an engine died, and took the whole pool with it: the rest one by one
        yield from map(_sendiri, list(left.values()))


def _sendiri(task: Tugas) -> Hasil:
    """One person in a process of her own."""
    try:
        with pool(1) as worker:
            return worker.submit(_satu, task).result()
    except BrokenProcessPool:
        return Hasil(task.baris.nomor, task.nomor, task.baris.nip, GAGAL, catatan=(_MATI,))


def _satu(task: Tugas) -> Hasil:
    hasil = kerjakan(task)
    gc.collect()  # a workbook in an engine is large, and few objects: Python would wait for more
    return hasil
