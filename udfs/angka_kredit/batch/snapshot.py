"""What a result depends on besides the file itself: the program, its engines and its data, each with its checksum.

One such identity serves a whole run; where a process, a machine or a later run has another one, nothing is mixed."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

from .. import __version__
from ..errors import DataError
from ..regulations.sources import lampiran_in_use, sha256, snapshot

_ENGINES = ("formualizer", "ironcalc")


def identity(vote: bool) -> dict[str, Any]:
    """The program's version, the engines' versions, whether both engines vote, and the checksums of the data."""
    engines = {name: version(name) for name in (_ENGINES if vote else _ENGINES[:1])}
    return {"versi": __version__, "mesin": engines, "pembanding": vote, "data": snapshot()}


def lampiran() -> dict[str, str]:
    """The checksum of the imported Lampiran that a run computes with, by jabatan."""
    try:
        return lampiran_in_use()
    except DataError:  # the functions of those jabatan say so
        return {}


def key(identity: dict[str, Any]) -> str:
    """The identity as one checksum."""
    return sha256(json.dumps(identity, sort_keys=True).encode())
