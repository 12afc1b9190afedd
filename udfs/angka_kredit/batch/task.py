"""What a process of a run is told: the files, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import storage

HIDDEN = ".cadangan-angka-kredit"  # originals and the state of a run; never scanned


@dataclass(frozen=True)
class Task:
    """One workbook: where it is, where its result goes, and below which folder HIDDEN lies for it."""

    name: str  # as the report names it
    source: str
    target: str
    home: str

    @property
    def in_place(self) -> bool:
        return self.target == self.source

    def backup(self, stamp: str) -> str:
        """Where what stands at the target goes."""
        return storage.join(self.home, HIDDEN, stamp, storage.relative(self.target, self.home))


@dataclass(frozen=True)
class Job:
    """What holds for every file of a run."""

    key: str  # of the program, engines and data that this run is made with
    vote: bool
    stamp: str  # of the backups
    done: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # content -> (result, status), of earlier runs
    unfinished: tuple[str, ...] = ()  # stamps of runs that were cut off before they could report
