"""Everybody of a table: numbers kept from run to run, several processes, one bad row stops nobody."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from ...errors import AngkaKreditError, Refused
from ...files import read
from .berkas import PakLama, baca_lama
from .laporan import DAFTAR, LAPORAN, baca_daftar, tulis_daftar
from .seorang import GAGAL, Hasil, Tugas, kerjakan
from .tabel import Tabel

_CADANGAN = ".cadangan-"
_FEW = 4  # people for whom starting processes takes longer than it saves
_MATI = "mesin hitung berhenti mendadak pada orang ini; kirimkan barisnya kepada pengelola"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Lama:
    """The previous workbooks by NIP, and those that cannot be used, each in words."""

    oleh_nip: Mapping[str, PakLama]
    galat: Sequence[str]


def isi_semua(tabel: Tabel, keluar: Path, lama: Lama, timpa: bool, progress: Progress) -> list[Hasil]:
    """A file for each row of the table, in its order. `progress` hears (people done, people in all)."""
    numbers = _nomor(tabel, keluar)
    tasks = [
        Tugas(baris, numbers.get(baris.nip, 0), keluar, lama.oleh_nip.get(baris.nip), timpa) for baris in tabel.baris
    ]
    found = []
    progress(0, len(tasks))
    for hasil in _kerjakan(tasks):
        found.append(hasil)
        progress(len(found), len(tasks))
    return sorted(found, key=lambda hasil: hasil.baris)


def baca_semua_lama(paths: Iterable[Path], tabel: Tabel) -> Lama:
    """The previous workbooks at these paths; of a folder, every .xlsx in it but lists, reports and backups of ours."""
    found, wrong = dict[str, PakLama](), list[str]()
    people = {baris.nip for baris in tabel.baris}
    for path in _berkas(paths):
        try:
            pak = baca_lama(read(path))
            if pak.nip not in people:
                raise Refused("NIP di dalamnya tidak ada di tabel pegawai")
            if pak.nip in found:
                raise Refused("PAK lama lain untuk NIP yang sama sudah dibaca; yang ini tidak dipakai")
            found[pak.nip] = pak
        except AngkaKreditError as reason:
            wrong.append(f"PAK lama {path.name}: {reason}")
    return Lama(found, wrong)


def _berkas(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (each for each in sorted(path.glob("*.xlsx")) if _is_pak(each)) if path.is_dir() else [path]


def _is_pak(path: Path) -> bool:
    """Not a list, report or backup of ours, nor a lock file of Excel's."""
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
        with _pool(min(_cores(), len(tasks))) as pool:
            futures = {pool.submit(kerjakan, task): number for number, task in left.items()}
            for future in as_completed(futures):
                hasil = future.result()
                left.pop(futures[future])
                yield hasil
    except BrokenProcessPool:  # an engine died, and took the whole pool with it: the rest one by one
        yield from map(_sendiri, list(left.values()))


def _sendiri(task: Tugas) -> Hasil:
    """One person in a process of her own."""
    try:
        with _pool(1) as pool:
            return pool.submit(kerjakan, task).result()
    except BrokenProcessPool:
        return Hasil(task.baris.nomor, task.nomor, task.baris.nip, GAGAL, catatan=(_MATI,))


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
