"""The credit of a butir of another jenjang: the factor left out or wrong, or a jenjang that is too far off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...errors import CellError, OutOfRule
from ...regulations.schema import Jabatan, Jenjang
from ...regulations.tabel import BatasJenjang
from ...rounding import POLICIES, round_credit
from ...rules.angka_kredit import Kredit, angka_kredit
from ...rules.faktor_jenjang import faktor_jenjang, in_words
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import PROFESI, Kegiatan
from ..temuan import Temuan
from . import bersama
from .bersama import ak
from .pemilik import pemilik

_SENDIRI = Decimal(1)
_PENANDA = ("kode", "jenjang_ketik", "jenjang_butir", "uraian")  # what says whose butir it is
_BANYAK = re.compile(r"\b(?:per|setiap|tiap|minimal|paling kurang|paling sedikit)\s+[0-9]+\s+\w+", re.IGNORECASE)


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    if not any(act.punya("ak") for act in fakta.kegiatan):  # credit does not come from activities
        return
    jabatan, held = bersama.jabatan(fakta), bersama.jenjang(fakta)
    for act in fakta.kegiatan:
        owner = pemilik(fakta, act)
        if owner is not None:
            yield from _satu(act, jabatan, held, *owner)


def _satu(act: Kegiatan, jabatan: Jabatan, held: Jenjang, owner: Jenjang, ragu: str) -> Iterator[Temuan]:
    """What is wrong with one row, of an officer of jenjang `held` doing a butir of `owner`."""
    try:
        rule = faktor_jenjang(jabatan, held, owner)
    except OutOfRule as error:
        salah = str(error).split(" Aturan:")[0].rstrip(".")
        lakukan = "Periksa jenjang butirnya; bila benar, keluarkan barisnya dari usul: tidak ada angka kreditnya."
        where = next((act[each] for each in _PENANDA if act[each].ada), act["ak"])
        yield bersama.temuan("dua_tingkat", where, salah, lakukan, *_batas(jabatan), ragu=ragu)
        return
    typed = act["faktor"].angka
    if typed is not None and typed != rule.nilai:
        words = f"faktor {ak(typed * 100)}%, seharusnya {ak(rule.nilai * 100)}%: {in_words(held, owner)}"
        yield bersama.temuan("faktor_jenjang", act["faktor"], words, _kali(rule.nilai), rule, ragu=ragu)
        return
    credit = _kredit(act, jabatan, held, owner)
    if credit is not None and (found := _beda(act, credit, held)):
        kind = "faktor_jenjang" if credit.faktor.nilai != _SENDIRI else "perkalian"
        doubts = (ragu, act["ak_satuan"].ragu, act["volume"].ragu, _bersatuan(act))
        doubt = "; ".join(dict.fromkeys(each for each in doubts if each))
        yield bersama.temuan(kind, act["ak"], *found, credit.faktor, ragu=doubt)


def _kredit(act: Kegiatan, jabatan: Jabatan, held: Jenjang, owner: Jenjang) -> Kredit | None:
    """What the row is worth; None where one of its numbers is missing, or its share is none of the text's."""
    unit, volume, share = act["ak_satuan"].angka, act["volume"].angka, act["porsi"]
    if unit is None or volume is None or act["ak"].angka is None:
        return None
    if act["jenis"].teks == PROFESI and not share.ada and not act.punya("porsi"):
        return None  # a form without that column: the rule of shares looks at it
    try:
        return angka_kredit(jabatan, unit, volume, held, owner, share.angka or _SENDIRI, "tepat")
    except CellError:
        return None


def _beda(act: Kegiatan, credit: Kredit, held: Jenjang) -> tuple[str, str] | None:
    """(what is wrong, what to do) where the row's credit is not the product, however rounded."""
    shown, exact = act["ak"].angka, credit.nilai
    if shown is None or any(shown == round_credit(exact, each) for each in POLICIES):
        return None
    product = " x ".join(map(ak, (credit.satuan, credit.volume)))
    parts = "" if credit.faktor.nilai == _SENDIRI else f" x {ak(credit.faktor.nilai * 100)}%"
    parts += "" if credit.porsi.nilai == _SENDIRI else f" x {ak(credit.porsi.nilai * 100)}% (porsi penulis)"
    words = f"angka kredit {ak(shown)}, seharusnya {product}{parts} = {ak(exact)}"
    if credit.faktor.nilai != _SENDIRI:
        whole = credit.satuan * credit.volume * credit.porsi.nilai
        lost = "; faktornya belum dikalikan" if shown == whole else ""
        return f"{words} ({in_words(held, credit.jenjang_butir)}){lost}", _kali(credit.faktor.nilai)
    return words, "Betulkan volume, angka kredit satuan, atau hasil kalinya."


def _bersatuan(act: Kegiatan) -> str:
    """A credit for so many at once, as '(paling kurang 5 assessee)': then the volume is not the multiplier."""
    found = _BANYAK.search(act["uraian"].teks) if act["kode"].teks == "" else None
    return f"uraiannya menyebut banyaknya ('{found[0]}')" if found else ""


def _kali(nilai: Decimal) -> str:
    return f"Kalikan angka kreditnya dengan {ak(nilai * 100)}%, sekali saja."


def _batas(jabatan: Jabatan) -> tuple[BatasJenjang, ...]:
    return (jabatan.aturan(BatasJenjang),) if jabatan.punya(BatasJenjang) else ()
