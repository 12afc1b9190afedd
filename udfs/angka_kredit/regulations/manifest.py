"""What imports kept: per jabatan the checksum of every file, and which Lampiran is active. Written last by an import,
so that a file which was changed, lost or added since is noticed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from ..errors import DataError

NAME = "impor.json"


@dataclass(frozen=True)
class Import:
    """One jabatan's. Files are named from the data folder on, with '/'."""

    active: str
    files: Mapping[str, str]  # name -> sha256


def parse(data: bytes) -> dict[str, Import]:
    """id of the jabatan -> what was kept. DataError, in words, for anything that no import wrote."""
    try:
        found = {jabatan: Import(row["active"], dict(row["files"])) for jabatan, row in json.loads(data).items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DataError(f"daftar berkas impor ({NAME}) tidak terbaca") from None
    for kept in found.values():
        if not all(isinstance(text, str) for text in kept.files.values()) or kept.active not in kept.files:
            raise DataError(f"daftar berkas impor ({NAME}) berubah sejak diimpor")
    return found


def written(imports: Mapping[str, Import]) -> bytes:
    rows = {jabatan: asdict(kept) for jabatan, kept in sorted(imports.items())}
    return (json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def differences(kept: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    """In words, each file that is not as it was kept. Both: name -> sha256."""
    for name in sorted({*kept, *found}):
        if name not in found:
            yield f"{name} hilang sejak diimpor"
        elif name not in kept:
            yield f"{name} tidak berasal dari impor"
        elif kept[name] != found[name]:
            yield f"{name} berubah sejak diimpor"
