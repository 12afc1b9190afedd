"""Which form a person gets: by her jabatan and jenjang, or the one that her row names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...errors import NotFound, Refused, unknown
from ...positions import find_jabatan, find_jenjang
from ...resources import folder
from ...words import fold
from .bentuk import Orang
from .nilai import Nilai

_CONTOH = "_contoh"


def templat(fakta: Mapping[str, Nilai]) -> Path:
    """The blank form's file. Refused, or CellError with the words allowed, where the facts name none."""
    named = str(fakta.get("templat") or "").removesuffix(".xlsx")
    if not named:
        for kunci in ("jabatan", "jenjang"):
            if not fakta.get(kunci):
                raise Refused(f"{kunci} kosong, sehingga formulirnya tidak diketahui")
        jabatan = find_jabatan(str(fakta["jabatan"]))
        named = f"{jabatan.id} {find_jenjang(jabatan.id, str(fakta['jenjang'])).nama}"
    forms = {fold(path.stem): path for path in folder("templates").glob("*.xlsx") if not path.stem.endswith(_CONTOH)}
    if fold(named) not in forms:
        raise unknown("Formulir", named, [path.stem for path in forms.values()], "folder templates")
    return forms[fold(named)]


def berjenjang(orang: Orang) -> Orang:
    """The person with the jenjang spelled as the form has it: 'Muda' is 'Ahli Muda'."""
    try:
        jabatan = find_jabatan(str(orang.fakta["jabatan"]))
        return Orang(
            {**orang.fakta, "jenjang": find_jenjang(jabatan.id, str(orang.fakta["jenjang"])).nama}, orang.kegiatan
        )
    except (KeyError, NotFound):
        return orang
