"""The state of a run in a folder of results, so that the next run goes on where this one is cut off.

In HIDDEN stand three files. `selesai.jsonl`: checksum of every content that is done, and of its result; it names
nobody. `tertunda-TIME.jsonl`: results that no report has shown yet. `kunci`: locked while a run is at work."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from .. import files
from ..errors import Refused
from . import lines
from .result import DIHITUNG, DILEWATI, DITINJAU, TETAP, Result
from .task import HIDDEN

_DONE, _PENDING, _LOCK = "selesai.jsonl", "tertunda-", "kunci"
MOST_CHANGES = 1_048_575  # rows of a sheet below its head: no report can show more changed cells
_CARRIED = "dihitung oleh proses yang terputus; perubahannya disebut di sini"


class Journal:
    """One run's state below `home`. Refused where another run is at work there, or where it cannot be written.

    `done` (content -> its result, as sha256, and its status) and `unfinished` (stamps) tell what earlier runs left."""

    def __init__(self, home: Path, stamp: str, identity: dict[str, Any]) -> None:
        self.folder = folder = home / HIDDEN
        self._room = MOST_CHANGES
        try:
            files.make_folder(folder)
            self._lock = _locked(folder / _LOCK)
            self.done = dict(_read_done(folder / _DONE, identity))
            kept = [_line(identity), *(_line(source, *end) for source, end in self.done.items())]
            files.replace(folder / _DONE, b"".join(kept))
            self._older = sorted(folder.glob(f"{_PENDING}*.jsonl"))
            self._left = {_head(row).name: (path, at) for path in self._older for at, row in lines.read(path)}
            self._own = folder / f"{_PENDING}{stamp}.jsonl"
            self._pending = self._own.open("xb", buffering=0)
            self._done = (folder / _DONE).open("ab", buffering=0)
        except OSError as error:
            raise Refused(f"folder {home} tidak dapat ditulisi: {files.reason(error)}") from None
        self.unfinished = tuple(path.stem.removeprefix(_PENDING) for path in self._older)

    def record(self, result: Result) -> None:
        """Keeps the result; to a file that was skipped, what an earlier run did with it unreported."""
        left = self._left.pop(result.name, None)
        if left and result.status == DILEWATI:
            result = replace(_whole(lines.read_at(*left)), status=DILEWATI, words=_CARRIED)
        changed = result.changed
        if result.cells > self._room:
            changed = lines.encode(result.changes()[: self._room])
        self._room -= min(result.cells, self._room)
        head = {name: value for name, value in vars(result).items() if name != "changed"}
        try:
            lines.append(self._pending, lines.line(lines.encode(head), changed))
            for content in {result.source, result.result} if _is_done(result) else ():
                lines.append(self._done, _line(content, result.result, result.status))
        except OSError as error:
            raise Refused(f"catatan kemajuan tidak dapat ditulis: {files.reason(error)}") from None

    def record_the_rest(self) -> int:
        """Keeps results that no report has shown, of files that this run did not come by; returns how many."""
        rest = [_whole(lines.read_at(*place)) for place in self._left.values()]
        for result in rest:
            self.record(replace(result, status=DILEWATI))
        return len(rest)

    def results(self, changed: bool) -> Iterator[Result]:
        """Every result of this run; quicker without the changed cells."""
        for _, row in lines.read(self._own):
            yield _whole(row) if changed else _head(row)

    def close(self, delivered: bool) -> None:
        """Ends the run; results that a person has seen are forgotten."""
        for file in (self._pending, self._done, self._lock):
            file.close()
        for path in (self._own, *self._older) if delivered else ():
            path.unlink(missing_ok=True)


def check_around(homes: Iterable[Path], folders: Iterable[Path]) -> None:
    """Refused where another run than the one of `homes` is at work on files in `folders`: from one of them, or from
    any folder above. To be asked once the own `homes` are locked, so that of two runs that start one sees the other."""
    own, here = {home.resolve() for home in homes}, {folder.resolve() for folder in folders}
    for other in sorted({above for folder in here for above in (folder, *folder.parents)} - own):
        if _is_at_work(other):
            raise Refused(f"folder {other} sedang dikerjakan proses hitung-ulang lain; tunggu sampai selesai")


def _is_at_work(home: Path) -> bool:
    """Whether a run holds the folder; False where that cannot be seen."""
    try:
        with (home / HIDDEN / _LOCK).open("rb") as file:
            return not _lock(file, shared=True)
    except OSError:
        return False


def _is_done(result: Result) -> bool:
    """Whether a later run may skip the file: not where it must tell again of errors that a person has to mend."""
    return result.status in (DIHITUNG, DITINJAU, TETAP) and not result.notes


def _read_done(path: Path, identity: dict[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """content -> (result, status) of what was done with this identity."""
    rows = lines.read(path)
    _, first = next(rows, (0, [b"null"]))
    if json.loads(first[0]) == identity:
        for _, row in rows:
            with suppress(ValueError):  # half a line, and another one after it
                content, result, status = map(json.loads, row)
                yield content, (result, status)


def _head(row: list[bytes]) -> Result:
    return Result(**json.loads(row[0]))


def _whole(row: list[bytes]) -> Result:
    result = _head(row)
    result.changed = row[1]
    return result


def _line(*values: Any) -> bytes:
    return lines.line(*map(lines.encode, values))


def _locked(path: Path) -> BinaryIO:
    """The file, locked until it is closed, also by a kill; Refused where another process has it."""
    file = path.open("ab", buffering=0)
    if not _lock(file):
        file.close()
        raise Refused("folder ini sedang dikerjakan proses hitung-ulang lain; tunggu sampai selesai")
    return file


def _lock(file: BinaryIO, shared: bool = False) -> bool:
    """False where another process has it; `shared` is for who only asks, and may not be allowed to write."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a network disk that knows no locks
        pass
    return True
