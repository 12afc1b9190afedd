"""Jelaskan Sel: the computation of the selected cell in words with its articles, or the reason of its error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...errors import Refused
from ...functions import KATALOG
from .bersama import kalimat, perlu_buku
from .host import Host, Nilai, Rumus
from .perbaiki_rumus import perbaiki

_GALAT = "#"


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    dipilih = host.sel_terpilih()
    if dipilih is None:
        raise Refused("tidak ada sel yang dipilih; klik sebuah sel, lalu ulangi")
    host.katakan(kalimat(f"{dipilih.sel[0]}!{dipilih.sel[1]}", *_words(host, dipilih)))


def _words(host: Host, sel: Rumus) -> list[str]:
    if not sel.rumus:
        return ["Sel ini diketik, bukan rumus; tidak ada perhitungan untuk dijelaskan."]
    found = list(pertanyaan(sel.rumus, host.tautan()))
    if not found:
        return [sel.rumus, "Rumus ini tidak memakai fungsi Angka Kredit, sehingga tidak ada pasal untuk disebut."]
    answers = host.hitung_rumus(sel.sel, [formula for pair in found for formula in pair])
    pairs = zip(answers[::2], answers[1::2], strict=True)
    said = [str(words) for value, words in pairs if words and _counts(value, sel.nilai)]
    return list(dict.fromkeys(said)) or ["Sel ini kosong karena barisnya belum diisi."]


def pertanyaan(rumus: str, tautan: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """For each call of ours in the formula: the call itself, and JELASKAN of it, both as formulas."""
    from ...recalc.formulas import calls, tokens

    plain = (perbaiki(rumus, tautan) or rumus).removeprefix("=")
    for call in calls(tokens(plain)):
        nama = call.name.removeprefix("@")
        fungsi = KATALOG.get(nama)
        if fungsi and not fungsi.menjelaskan:
            arguments = ",".join(call.arguments)
            yield f"={nama}({arguments})", f'=JELASKAN("{nama}"' + (f",{arguments})" if arguments else ")")


def _counts(value: Nilai, shown: Nilai) -> bool:
    """Not a call that failed in a branch which the cell did not take."""
    return not _is_error(value) or _is_error(shown)


def _is_error(value: Nilai) -> bool:
    return isinstance(value, str) and value.startswith(_GALAT)
