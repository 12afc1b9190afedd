"""Perbaiki Rumus: formulas of ours that show #NAME?, or name the add-in of another computer, entered anew.

Not yet seen in a real Excel: that entering a formula anew is enough is what Microsoft and users report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...functions import KATALOG
from ...recalc.links import is_addin
from .bersama import alinea, kalimat, milik_kita, perlu_buku
from .host import Host, Kemajuan, Rumus, Sel

NAMA = "#NAME?"
_SEKALI = 5000  # formulas between two looks at the stop button
_NUMBER = re.compile(r"\[([0-9]+)\]!")
_ADDIN = re.compile(r"(?:'(?:[^']|'')*[\\/\[]angka_kredit\.xlam\]?'|angka_kredit\.xlam)!", re.IGNORECASE)
# What a formula of ours holds, in capitals: looked for before it is read in full, for most are none.
_OURS = re.compile(rf"(?:{'|'.join(KATALOG.names())})\(")
_PREFIX = re.compile(r"_xldudf_|_xll\.", re.IGNORECASE)


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    with host.kemajuan("Memperbaiki rumus") as maju:
        kata = _perbaiki(host, maju)
    host.katakan(kata)


def _perbaiki(host: Host, maju: Kemajuan) -> str:
    """What came of it, in words."""
    tautan = host.tautan()
    rusak = _yang_perlu(host, tautan, maju)
    if not rusak:
        return "Semua rumus Angka Kredit menemukan fungsinya; tidak ada yang perlu diperbaiki."
    with host.terbuka(_kunci_kita(host, rusak)) as terbuka:
        boleh = [each for each in rusak if not each.terlindung or each.sel[0] in terbuka]
        larik = host.tulis_rumus([(each.sel, perbaiki(each.rumus, tautan) or each.rumus) for each in boleh])
    ditulis = {each.sel for each in boleh}
    tersisa = [each.sel for each in host.semua_rumus() if each.sel in ditulis and perlu(each, tautan)] if boleh else []
    return kalimat(
        f"{len(boleh) - len(larik)} rumus dimasukkan ulang.",
        alinea("Lembar terlindung, tidak disentuh:", _lembar(each for each in rusak if each.sel not in ditulis)),
        alinea("Rumus larik, masukkan ulang sendiri:", _sebut(larik)),
        alinea("Masih belum menemukan fungsinya:", _sebut(sel for sel in tersisa if sel not in larik)),
    )


def _yang_perlu(host: Host, tautan: Sequence[str], maju: Kemajuan) -> list[Rumus]:
    """The broken formulas; nothing is written yet, so that it can be stopped."""
    maju(0, 1)
    semua, rusak = host.semua_rumus(), list[Rumus]()
    for start in range(0, len(semua), _SEKALI):
        maju(start, len(semua))
        rusak += [each for each in semua[start : start + _SEKALI] if perlu(each, tautan)]
    return rusak


def perlu(rumus: Rumus, tautan: Sequence[str] = ()) -> bool:
    """Whether the cell calls a function of ours that it does not find, or finds on another computer."""
    return (
        bool(_OURS.search(rumus.rumus.upper()))
        and _ours(rumus.rumus, tautan)
        and (rumus.nilai == NAMA or perbaiki(rumus.rumus, tautan) is not None)
    )


def perbaiki(rumus: str, tautan: Sequence[str] = ()) -> str | None:
    """The formula with our functions by their plain names; None where they stand so already.

    `tautan`: the files that [1], [2], ... stand for; what is taken from another add-in than ours stays."""
    baru = "".join(_plain(value, kind, tautan) for value, kind in _pieces(rumus))
    return None if baru == rumus else baru


def _ours(rumus: str, tautan: Sequence[str]) -> bool:
    return any(kind and KATALOG.get(_name(value, tautan)) for value, kind in _pieces(rumus))


def _plain(value: str, function: bool, tautan: Sequence[str]) -> str:
    """Only a call of ours loses what stands before its name; '@' stays."""
    if not function or not KATALOG.get(_name(value, tautan)):
        return value
    return ("@" if value.startswith("@") else "") + _name(value, tautan) + "("


def _name(opening: str, tautan: Sequence[str]) -> str:
    """The function that this token 'NAME(' calls, without the add-in's place and the prefixes of other hosts."""
    rest = opening.removeprefix("@").removesuffix("(")
    number = _NUMBER.match(rest)
    if number and 1 <= int(number[1]) <= len(tautan) and is_addin(tautan[int(number[1]) - 1]):
        rest = rest[number.end() :]
    rest = _ADDIN.sub("", rest, count=1)
    bare = _PREFIX.sub("", rest, count=1)
    if bare == rest or KATALOG.get(bare):
        return bare
    return next((name for name in KATALOG.names() if bare.upper().endswith(f"_{name}")), bare)  # _xldudf_SPACE_NAME


def _pieces(rumus: str) -> list[tuple[str, bool]]:
    """The formula's tokens, each with whether it opens a function call; one piece where it cannot be read."""
    from openpyxl.formula import Tokenizer
    from openpyxl.formula.tokenizer import Token

    if not rumus.startswith("="):
        return [(rumus, False)]
    try:
        items = Tokenizer(rumus).items
    except Exception:  # the tokenizer raises its own and several built-in errors
        return [(rumus, False)]
    return [("=", False), *((item.value, item.type == Token.FUNC and item.subtype == Token.OPEN) for item in items)]


def _kunci_kita(host: Host, rusak: list[Rumus]) -> list[str]:
    """The protected sheets that are ours to open: only those of our own forms."""
    terkunci = dict.fromkeys(each.sel[0] for each in rusak if each.terlindung)
    return list(terkunci) if terkunci and milik_kita(host) else []


def _lembar(rusak: Iterable[Rumus]) -> list[str]:
    sheets = [each.sel[0] for each in rusak]
    return [f"{name}: {sheets.count(name)} rumus" for name in dict.fromkeys(sheets)]


def _sebut(sel: Iterable[Sel]) -> list[str]:
    return [f"{lembar}!{ref}" for lembar, ref in sel]
