"""Which form a person gets: by her jabatan and jenjang, or the one that her row names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ...errors import NotFound, Refused, unknown
from ...positions import find_jabatan, find_jenjang
from ...resources import folder
from ...words import fold
from .bentuk import Orang
from .nilai import Nilai

_CONTOH = "_contoh"
_JENIS = (".xlsx", ".xlsm")  # the second where a row names it: the same form with buttons


def templat(fakta: Mapping[str, Nilai]) -> Path:
    """The blank form's file. Refused, or CellError with the words allowed, where the facts name none."""
    named = str(fakta.get("templat") or "").strip()
    if not named:
        for kunci in ("jabatan", "jenjang"):
            if not fakta.get(kunci):
                raise Refused(f"{kunci} kosong, sehingga formulirnya tidak diketahui")
        named = _nama(str(fakta["jabatan"]), str(fakta["jenjang"]))
    paths = sorted(path for kind in _JENIS for path in folder("templates").glob(f"*{kind}"))
    files = {fold(path.name): path for path in paths if not path.stem.endswith(_CONTOH)}
    forms = {fold(path.stem): path for path in files.values() if path.suffix == _JENIS[0]}
    found = files.get(fold(named)) or forms.get(fold(named))  # 'pmb_mahir.xlsm', 'pmb_mahir'
    if found is None:
        raise unknown("Formulir", named, [path.stem for path in forms.values()], "folder templates")
    return found


def _nama(jabatan: str, jenjang: str) -> str:
    try:
        found = find_jabatan(jabatan)
    except NotFound as error:
        words = "Jabatan lain dalam rezim sejak 2023: isi kolom Templat dengan konversi_2023."
        raise Refused(f"{str(error).rstrip('.')}. {words}") from None
    return f"{found.id} {find_jenjang(found.id, jenjang).nama}"


def berjenjang(orang: Orang) -> Orang:
    """The person with her jabatan and jenjang spelled as the form has them: 'Muda' is 'Ahli Muda'."""
    fakta = dict(orang.fakta)
    if not fakta.get("jabatan"):
        return orang
    try:
        jabatan = find_jabatan(str(fakta["jabatan"]))
        fakta.setdefault("nama_jabatan", jabatan.nama)
        fakta["jenjang"] = find_jenjang(jabatan.id, str(fakta["jenjang"])).nama
    except (KeyError, NotFound):
        fakta.setdefault("nama_jabatan", fakta["jabatan"])
    return replace(orang, fakta=fakta)
