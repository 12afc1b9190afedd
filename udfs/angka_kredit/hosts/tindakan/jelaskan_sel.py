"""Jelaskan Sel: the computation of the selected cell in words with its articles, or the reason of its error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...errors import Refused
from ...functions import KATALOG
from ...words import shown
from .banding import sama
from .bersama import kalimat, perlu_buku
from .host import Host, Nilai, Rumus
from .perbaiki_rumus import NAMA, perbaiki

_GALAT = "#"
_PENJELASAN = "Sel ini memanggil JELASKAN: yang ditunjukkannya sudah penjelasan itu sendiri."
_BUKAN_KAMI = "Rumus ini tidak memakai fungsi Angka Kredit, sehingga tidak ada pasal untuk disebut."


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    dipilih = host.sel_terpilih()
    if dipilih is None:
        raise Refused("tidak ada sel yang dipilih; klik sebuah sel, lalu ulangi")
    host.katakan(kalimat(f"{dipilih.sel[0]}!{dipilih.sel[1]}", *_words(host, dipilih)))


def _words(host: Host, sel: Rumus) -> list[str]:
    if not sel.rumus:
        kosong = "Sel ini kosong; pilih sel yang berisi rumus."
        return [
            kosong if _empty(sel.nilai) else "Sel ini diketik, bukan rumus; tidak ada perhitungan untuk dijelaskan."
        ]
    panggilan = list(_panggilan(sel.rumus, host.tautan()))
    asked = [each for each in panggilan if each.jelaskan]
    if not asked:
        return [sel.rumus, _PENJELASAN if panggilan else _BUKAN_KAMI]
    answers = host.hitung_rumus(sel.sel, [formula for each in asked for formula in each[:2]])
    pairs = list(zip(answers[::2], answers[1::2], strict=True))
    basi = _basi(sel, pairs[0][0]) if panggilan[0] is asked[0] and asked[0].seluruhnya and not sel.larik else ""
    told = [str(words) for value, words in pairs if words and (basi or _counts(value, sel.nilai))]
    if not told and not basi:
        if _empty(sel.nilai):
            return ["Sel ini kosong karena barisnya belum diisi."]
        told = [str(words) for _, words in pairs if words] or ["Baris yang dipakai rumus ini belum diisi."]
    return [*([basi] if basi else []), *dict.fromkeys(told)]


def _basi(sel: Rumus, value: Nilai) -> str:
    """In words, that the cell does not show what its function answers now."""
    if sama(sel.nilai, value):
        return ""
    tombol = "Perbaiki Rumus" if sel.nilai == NAMA else "Hitung Ulang"
    return f"Sel ini menunjukkan {shown(sel.nilai)}, seharusnya {shown(value)}; tekan {tombol}."


class _Panggilan(NamedTuple):
    """A call of ours as a formula of its own, JELASKAN of it ('' where it is in words itself), whether it is all."""

    formula: str
    jelaskan: str
    seluruhnya: bool


def pertanyaan(rumus: str, tautan: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """For each call of ours in the formula: the call itself, and JELASKAN of it, both as formulas."""
    return ((each.formula, each.jelaskan) for each in _panggilan(rumus, tautan) if each.jelaskan)


def _panggilan(rumus: str, tautan: Sequence[str]) -> Iterator[_Panggilan]:
    from ...recalc.formulas import calls, tokens

    items = tokens((perbaiki(rumus, tautan) or rumus).removeprefix("="))
    for call in calls(items):
        nama = call.name.removeprefix("@")
        if fungsi := KATALOG.get(nama):
            arguments = ",".join(call.arguments)
            jelaskan = f'=JELASKAN("{nama}"' + (f",{arguments})" if arguments else ")")
            whole = (call.start, call.end) == (0, len(items) - 1) and nama == call.name  # '@' takes one of several
            yield _Panggilan(f"={nama}({arguments})", "" if fungsi.menjelaskan else jelaskan, whole)


def _counts(value: Nilai, shown: Nilai) -> bool:
    """Not a call that failed in a branch which the cell did not take."""
    return not _is_error(value) or _is_error(shown)


def _is_error(value: Nilai) -> bool:
    return isinstance(value, str) and value.startswith(_GALAT)


def _empty(value: Nilai) -> bool:
    return value in (None, "")
