"""What a result depends on besides the file itself: the program, its engines and its data, each with its checksum.

One such identity serves a whole run; where a process, a machine or a later run has another one, nothing is mixed."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import Any

from .. import __version__, positions
from ..regulations import load

_ENGINES = ("formualizer", "ironcalc")
_DATA = (load.FOLDER, positions.FOLDER)
_KINDS = (".toml", ".csv")


def snapshot() -> dict[str, str]:
    """sha256 of every data file that a result depends on, by its name: 'positions/pmb.toml'."""
    files = sorted(path for folder in _DATA for path in folder.rglob("*") if path.suffix in _KINDS)
    return {path.relative_to(load.FOLDER.parent).as_posix(): sha256(path.read_bytes()) for path in files}


def identity(vote: bool) -> dict[str, Any]:
    """The program's version, the engines' versions, whether both engines vote, and the checksums of the data."""
    engines = {name: version(name) for name in (_ENGINES if vote else _ENGINES[:1])}
    return {"versi": __version__, "mesin": engines, "pembanding": vote, "data": snapshot()}


def key(identity: dict[str, Any]) -> str:
    """The identity as one checksum."""
    return sha256(json.dumps(identity, sort_keys=True).encode())


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
