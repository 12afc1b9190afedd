"""One activity claimed twice: the same days, the same work, the same evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ...words import fold
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import Isi, Kegiatan
from ..isian.kata_tanggal import Rentang, rentang
from ..temuan import Temuan
from . import bersama

Kunci = tuple[Rentang, str, str]


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    seen: dict[Kunci, Isi] = {}
    for act in isian.fakta(bahan).kegiatan:
        key, where = _kunci(act), act["tanggal"]
        if key is None:
            continue
        first = seen.setdefault(key, where)
        if first is not where:
            doubt = _ragu(act, key[0], first.lembar == where.lembar)
            place = first.sel if first.lembar == where.lembar else f"{first.lembar}!{first.sel}"
            words = f"sama dengan kegiatan pada {place}: tanggal, kegiatan, dan bukti fisiknya"
            lakukan = "Hapus salah satunya, atau bedakan tanggal atau bukti fisiknya bila memang dua kegiatan."
            yield bersama.temuan("kegiatan_ganda", where, words, lakukan, ragu=doubt)


def _kunci(act: Kegiatan) -> Kunci | None:
    """None for a row that does not say when, and what."""
    days = rentang(act["tanggal"]) if act["tanggal"].ada else None
    work = fold(act["kode"].teks) or fold(act["uraian"].teks)
    return (days, work, fold(act["bukti"].teks)) if days and work else None


def _ragu(act: Kegiatan, days: Rentang, same_sheet: bool) -> str:
    """Why they may be two activities after all."""
    if not same_sheet:
        return "di lembar lain; mungkin salinannya"
    if not act["bukti"].ada:
        return "tanpa bukti fisik yang membedakannya"
    return "tanggalnya rentang hari" if days[0] != days[1] else ""
