"""A folder of workbooks: each read by itself, in several processes where it pays; one bad file stops nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..batch.plan import make_plan
from ..cores import cores
from ..errors import AngkaKreditError
from ..files import read
from ..workers import no_interrupts, pool
from .asumsi import Asumsi
from .baca import baca
from .hitung import hitung
from .pegawai import Pegawai

DIPAKAI, KOSONG, TAK_DIBACA, LEBIH_LAMA = "dipakai", "belum diisi", "tidak dibaca", "tidak dipakai"
_CADANGAN = ".cadangan-"  # in the name of a backup of ours
_FEW = 60  # workbooks that are read before other processes have started
_AT_ONCE = 16  # workbooks a turn: handing them over takes longer than a small one
_TRIES = 2  # with all processes, before a dead one is looked for
_MATI = "pembacanya berhenti mendadak pada berkas ini"
Progress = Callable[[int, int], None]


@dataclass
class Berkas:
    """What became of one file."""

    nama: str
    status: str
    kata: str = ""


@dataclass
class Rekap:
    asumsi: Asumsi
    pegawai: list[Pegawai] = field(default_factory=list)
    berkas: list[Berkas] = field(default_factory=list)


def rekap(folder: Path, keluar: Path, asumsi: Asumsi, progress: Progress) -> Rekap:
    """Everybody below `folder`, in the order of the files' names; `keluar`, an earlier report, is no workbook of it."""
    plan = make_plan([str(folder)], None, keluar)
    found = Rekap(asumsi, berkas=[Berkas(each.name, TAK_DIBACA, each.words) for each in plan.aside])
    tasks = [(task.name, Path(task.source)) for task in plan.tasks if _CADANGAN not in task.name]
    people: list[Pegawai] = []
    progress(0, len(tasks))
    done = 0
    for some in _semua(tasks, asumsi):
        done += len(some)
        for name, answer in some:
            if isinstance(answer, Pegawai):
                people.append(answer)
            else:
                found.berkas.append(Berkas(name, TAK_DIBACA if answer else KOSONG, answer))
        progress(done, len(tasks))
    found.pegawai = list(_satu_baris(found, sorted(people, key=lambda each: each.berkas)))
    found.berkas.sort(key=lambda each: each.nama)
    return found


Tugas = tuple[str, Path]
Jawab = tuple[str, Pegawai | str]  # the file, and its person or why there is none: '' is nobody filled in


def _semua(tasks: Sequence[Tugas], asumsi: Asumsi) -> Iterator[list[Jawab]]:
    workers = min(cores(), len(tasks) // _FEW)
    if workers < 2:
        yield from ([_satu(task, asumsi)] for task in tasks)
        return
    left = {at: tasks[at : at + _AT_ONCE] for at in range(0, len(tasks), _AT_ONCE)}
    for _ in range(_TRIES):  # a process may also have died of something that comes once
        try:
            yield from _bersama(left, asumsi, workers)
            return
        except BrokenProcessPool:
            continue
    for some in list(left.values()):
        yield _sendiri(some, asumsi)


def _bersama(left: dict[int, Sequence[Tugas]], asumsi: Asumsi, workers: int) -> Iterator[list[Jawab]]:
    """Takes out of `left` every turn that is done."""
    with pool(workers) as executor:
        try:
            with no_interrupts():
                futures = {executor.submit(_beberapa, some, asumsi): at for at, some in left.items()}
            for future in as_completed(futures):
                answers = future.result()
                del left[futures.pop(future)]
                yield answers
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise


def _beberapa(tasks: Sequence[Tugas], asumsi: Asumsi) -> list[Jawab]:
    return [_satu(task, asumsi) for task in tasks]


def _sendiri(tasks: Sequence[Tugas], asumsi: Asumsi) -> list[Jawab]:
    """These files in a process of their own; where it dies, each in one of its own: that tells whose fault it is."""
    try:
        with pool(1) as worker:
            return worker.submit(_beberapa, tasks, asumsi).result()
    except BrokenProcessPool:
        if len(tasks) == 1:
            return [(tasks[0][0], _MATI)]
        return [answer for task in tasks for answer in _sendiri([task], asumsi)]


def _satu(task: Tugas, asumsi: Asumsi) -> Jawab:
    name, path = task
    try:
        return name, hitung(baca(read(path)), name, asumsi) or ""
    except (AngkaKreditError, MemoryError) as reason:
        return name, str(reason) or "tidak cukup memori"
    except Exception as fault:  # ours, not the file's: it must not take the other files with it
        return name, f"kesalahan program ({type(fault).__name__}); kirimkan berkasnya kepada pengelola"


def _satu_baris(found: Rekap, people: Sequence[Pegawai]) -> Iterator[Pegawai]:
    """Each person once: of several workbooks with one NIP the one whose period ends last."""
    latest: dict[str, Pegawai] = {}
    for each in people:
        kept = latest.get(each.nip)
        if each.nip and (kept is None or _akhir(each) > _akhir(kept)):
            latest[each.nip] = each
    for each in people:
        kept = latest.get(each.nip, each)
        if kept is each:
            found.berkas.append(Berkas(each.berkas, DIPAKAI, "; ".join(each.periksa)))
            yield each
            continue
        same = "masa penilaian yang sama" if _akhir(each) == _akhir(kept) else "masa penilaian yang lebih lama"
        found.berkas.append(Berkas(each.berkas, LEBIH_LAMA, f"NIP yang sama dengan {kept.berkas}, {same}"))
        if _akhir(each) == _akhir(kept):
            kept.periksa.append(f"{each.berkas}: NIP dan masa penilaian yang sama; satu saja yang dipakai")


def _akhir(each: Pegawai) -> date:
    return each.sampai or date.min
