"""Authors' shares of a joint karya tulis: one that the text does not print, or of what is no karya tulis."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...errors import OutOfRule
from ...regulations.schema import Jabatan
from ...regulations.tabel import PorsiPenulis
from ...rounding import POLICIES, round_credit
from ...rules.angka_kredit import find_butir
from ...rules.porsi_penulis import SENDIRI, check_porsi, shares
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import PROFESI, Fakta, Kegiatan
from ..isian.naskah import naskah
from ..temuan import Temuan
from . import bersama
from .bersama import ak

_TERBACA = Decimal("0.0001")  # digits of a share that is computed back
_DIHITUNG = "porsinya dihitung dari angka kredit barisnya; bisa juga volumenya yang salah"


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    for act in fakta.kegiatan:
        share, ragu = (act["porsi"].angka, "") if act.punya("porsi") else (_terhitung(fakta, act), _DIHITUNG)
        if share is not None and share != SENDIRI:
            yield from _satu(bersama.jabatan(fakta), act, share, ragu)


def _terhitung(fakta: Fakta, act: Kegiatan) -> Decimal | None:
    """The share that the row's credit comes down to where the form has no column for it; None where it is a printed
    one, however rounded, or cannot be told."""
    unit, volume, credit = (act[each].angka for each in ("ak_satuan", "volume", "ak"))
    if act["jenis"].teks != PROFESI or not unit or not volume or credit is None or credit == unit * volume:
        return None
    printed = [each.nilai for pair in shares(bersama.jabatan(fakta)).values() for each in pair]
    whole = unit * volume
    if any(round_credit(whole * each, policy) == credit for each in (SENDIRI, *printed) for policy in POLICIES):
        return None
    return (credit / whole).quantize(_TERBACA)


def _satu(jabatan: Jabatan, act: Kegiatan, share: Decimal, ragu: str) -> Iterator[Temuan]:
    where, table = act["ak" if ragu else "porsi"], shares(jabatan)  # a text without the rule says so
    if act["jenis"].teks not in (PROFESI, ""):
        words = f"porsi penulis {ak(share)} pada kegiatan yang bukan pengembangan profesi"
        lakukan = "Kosongkan porsi: hanya karya tulis yang dibagi."
        yield bersama.temuan("porsi_penulis", where, words, lakukan, sumber=naskah("porsi_penulis", jabatan))
        return
    try:
        check_porsi(jabatan, share, find_butir(jabatan, act["kode"].teks))
    except OutOfRule as error:
        printed = ", ".join(f"{n} penulis {ak(one.nilai)}/{ak(more.nilai)}" for n, (one, more) in table.items())
        rules = tuple(jabatan.per_kunci(PorsiPenulis).values())
        lakukan = f"Pakai porsi menurut jumlah dan urutan penulis: {printed}."
        yield bersama.temuan("porsi_penulis", where, str(error).rstrip("."), lakukan, *rules, ragu=ragu)
