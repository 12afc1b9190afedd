"""The credit of a butir of another jenjang: the factor left out or wrong, or a jenjang that is too far off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

from ...errors import CellError, OutOfRule
from ...regulations.schema import Jabatan, Jenjang
from ...regulations.tabel import BatasJenjang, FaktorJenjang
from ...rounding import POLICIES, round_credit
from ...rules.angka_kredit import Kredit, angka_kredit
from ...rules.faktor_jenjang import faktor_jenjang, in_words
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import PROFESI, Isi, Kegiatan
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
        yield from _satu(act, jabatan, held, *owner) if owner is not None else _tanpa_pemilik(act, jabatan)


def _tanpa_pemilik(act: Kegiatan, jabatan: Jabatan) -> Iterator[Temuan]:
    """A row that nothing says whose it is: its credit is the product with one of the text's factors, else doubtful."""
    unit, volume, shown = (act[each].angka for each in ("ak_satuan", "volume", "ak"))
    if unit is None or volume is None or shown is None or act["jenis"].teks == PROFESI:
        return
    rules = jabatan.per_kunci(FaktorJenjang).values() if jabatan.punya(FaktorJenjang) else ()
    parts = [each for each in (act["faktor"].angka, act["porsi"].angka, persen(act)) if each is not None]
    whole = prod(parts, start=unit * volume)
    factors = {_SENDIRI, *(each.nilai for each in rules if not parts)}
    if not any(shown == round_credit(whole * each, policy) for each in factors for policy in POLICIES):
        product = " x ".join(map(ak, (unit, volume, *parts)))
        words = f"angka kredit {ak(shown)}, padahal {product} = {ak(whole)}"
        doubts = ("jenjang butirnya tidak diketahui", act["ak_satuan"].ragu, act["volume"].ragu, _bersatuan(act))
        doubt = "; ".join(dict.fromkeys(filter(None, doubts)))
        lakukan = "Betulkan volume, angka kredit satuan, atau hasil kalinya."
        yield bersama.temuan("perkalian", act["ak"], words, lakukan, ragu=doubt)


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
    unit, volume, share = act["ak_satuan"].angka, act["volume"].angka, act["porsi"].angka
    if unit is None or volume is None or act["ak"].angka is None:
        return None
    if act["jenis"].teks == PROFESI and share is None and not act.punya("porsi"):
        return None  # a form without that column: the rule of shares looks at it
    if share is None and (percent := persen(act)) is not None:
        # one column for the factor and the share: what the factor does not take is the share
        share = min(_SENDIRI, percent / faktor_jenjang(jabatan, held, owner).nilai)
    try:
        return angka_kredit(jabatan, unit, volume, held, owner, share or _SENDIRI, "tepat")
    except CellError:
        return None


def persen(act: Kegiatan) -> Decimal | None:
    """What the form's own column of percentages says: 80%, 0,8 and 80 alike."""
    held = act["persen"]
    number = Isi(held.teks.removesuffix("%").strip()).angka if held.teks else held.angka
    if number is None or number <= 0:
        return None
    return number / 100 if number > 1 or held.teks.endswith("%") else number


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
