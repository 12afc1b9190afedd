"""Which files a run is about, and where each result goes. Nothing is opened and nothing written here."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import AngkaKreditError
from . import storage
from .result import DILEWATI, DITOLAK, Result
from .task import HIDDEN, Task

KINDS = (".xlsx", ".xlsm")


class BadPlan(AngkaKreditError):
    """The paths contradict each other: said before anything starts."""


@dataclass
class Plan:
    tasks: list[Task] = field(default_factory=list)
    aside: list[Result] = field(default_factory=list)  # what is no workbook to do, with the reason


def make_plan(
    paths: Sequence[str], output: str | None, report: Path | None = None, kinds: tuple[str, ...] = KINDS
) -> Plan:
    """The workbooks at and below these paths, results below `output` or (None) in place; `report` is none of them.

    `kinds`: the endings of what is a workbook in a folder.
    BadPlan where two files have one target, or a result would take another file's place."""
    plan = Plan()
    own = {storage.resolved(str(path)) for path in (output, report) if path}
    for path in dict.fromkeys(_plain(path, output) for path in paths):
        if words := storage.is_nothing(path):
            plan.aside.append(Result(path, DITOLAK, words))
            continue
        folder = storage.is_folder(path)
        root = path if folder else storage.parent(path)
        for source in _scan(path, own, plan.aside, kinds) if folder else [path]:
            relative = storage.relative(source, root)
            target = storage.join(output, relative) if output else source
            name = relative if output or len(paths) == 1 else source
            plan.tasks.append(Task(_printable(name), source, target, output or root))
    plan.tasks = list(_without_collisions(plan.tasks))
    _check_targets(plan.tasks, output, report)
    return plan


def _plain(path: str, output: str | None) -> str:
    """A path of this machine without its 'file://'; in place, a file itself for a link to it."""
    here = storage.local(path)
    if here is None:
        return path
    return str(here.resolve() if output is None and here.is_symlink() and here.is_file() else here)


def _scan(folder: str, own: set[str], aside: list[Result], kinds: tuple[str, ...]) -> list[str]:
    """Every workbook below the folder, in order, but for what is `own`."""
    here = storage.local(folder)
    found = list(_scan_local(here, own, aside, kinds) if here else _scan_remote(folder, own, kinds))
    if not found:
        aside.append(Result(folder, DITOLAK, f"tidak ada berkas {' atau '.join(kinds)} di folder ini"))
    return found


def _scan_local(folder: Path, own: set[str], aside: list[Result], kinds: tuple[str, ...]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        aside.append(Result(str(error.filename), DITOLAK, "folder ini tidak dapat dibaca"))

    for name, folders, files in os.walk(folder, onerror=unreadable):
        here, real = Path(name), Path(os.path.realpath(name))
        links = [sub for sub in folders if (here / sub).is_symlink()]
        folders[:] = [sub for sub in sorted(folders) if sub not in (HIDDEN, *links)]
        folders[:] = [sub for sub in folders if str(real / sub) not in own]
        for path in (here / file for file in [*links, *sorted(each for each in files if _is_workbook(each, kinds))]):
            if path.is_symlink():
                aside.append(Result(str(path), DILEWATI, "tautan tidak diikuti; sebut berkas atau folder aslinya"))
            elif path.is_file() and str(real / path.name) not in own:
                yield str(path)


def _scan_remote(folder: str, own: set[str], kinds: tuple[str, ...]) -> Iterator[str]:
    for file in storage.find(folder):
        inside = any(file.startswith(f"{address.rstrip('/')}/") for address in own)
        if _is_workbook(file.rsplit("/", 1)[-1], kinds) and f"/{HIDDEN}/" not in file and not inside:
            yield file


def _is_workbook(name: str, kinds: tuple[str, ...]) -> bool:
    return name.lower().endswith(kinds) and not name.startswith("~$")


def _without_collisions(tasks: Iterable[Task]) -> Iterator[Task]:
    """Names that differ in case only are one on Windows; a file that was named twice is done once."""
    seen: dict[str, Task] = {}
    for task in tasks:
        other = seen.setdefault(_folded(task.target), task)
        if other is task:
            yield task
        elif storage.resolved(other.source) != storage.resolved(task.source):
            raise BadPlan(
                f"Dua berkas bernama {task.name}: {other.source} dan {task.source}. "
                "Hasilnya akan saling menimpa. Jalankan terpisah."
            )


def _check_targets(tasks: Sequence[Task], output: str | None, report: Path | None) -> None:
    sources = {_folded(task.source): task.name for task in tasks}
    targets = {_folded(task.target) for task in tasks}
    if output is not None and (taken := targets & set(sources)):
        raise BadPlan(f"Folder --keluar sama dengan folder {sources[min(taken)]}. Pilih folder lain.")
    if report is not None and _folded(str(report)) in targets | set(sources):
        raise BadPlan(f"{report.name} adalah buku kerja yang dihitung; pilih nama lain untuk laporannya.")


def _printable(name: str) -> str:
    """The name without what a terminal or a workbook could not show: Linux allows any bytes."""
    return name.encode(errors="replace").decode()


def _folded(address: str) -> str:
    return unicodedata.normalize("NFC", storage.resolved(address)).casefold()
