"""Error values: those that begin it, not the cells that only pass it on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from openpyxl.utils.cell import get_column_letter

from ...errors import Refused
from ...kenal import Kisi
from ...recalc.places import Area
from ...recalc.spelling import without_names, without_prefixes
from ..bahan import Bahan
from ..temuan import Temuan
from .rumus import sel_dibaca

SEBAB = {
    "#REF!": ("menunjuk sel yang sudah dihapus", "Tunjuk lagi sel yang benar, atau batalkan penghapusannya."),
    "#NAME?": (
        "memakai nama atau fungsi yang tidak dikenal",
        "Betulkan ejaannya; untuk fungsi Angka Kredit, pasang add-in-nya, lalu hitung ulang.",
    ),
    "#VALUE!": ("menghitung teks seakan-akan angka", "Ketik ulang isian yang dibacanya sebagai angka."),
    "#DIV/0!": ("membagi dengan nol atau sel kosong", "Isi pembaginya, atau betulkan sel yang ditunjuk."),
    "#N/A": ("tidak menemukan yang dicari", "Periksa kode, nama, atau data yang dicarinya."),
    "#NUM!": ("menghasilkan bilangan yang tidak diperbolehkan", "Periksa angka dan tanggal yang dibacanya."),
    "#NULL!": ("membaca irisan dua rentang yang tidak bertemu", "Ganti spasi di antara dua rentang dengan titik koma."),
}
Tempat = tuple[str, int, int]  # the sheet's name in lower case, row, column


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    errors = {
        (kisi.nama.casefold(), *place): (kisi, str(sel.nilai))
        for kisi in bahan.kisi
        for place, sel in kisi.sel.items()
        if sel.nilai in SEBAB
    }
    names = bahan.nama_rumus
    begun = [place for place, (kisi, _) in errors.items() if not _diteruskan(kisi, place, errors, names)]
    rest = len(errors) - len(begun)
    words = _sebab(bahan) if errors else {}
    for place in begun or errors:  # two that only read each other are both told
        kisi, error = errors[place]
        more, rest = (f" {rest} sel lain ikut bergalat karenanya." if rest and begun else ""), 0
        yield _temuan(kisi, place, error, words, more)


def _sebab(bahan: Bahan) -> dict[str, str]:
    """Why a function of ours answers an error, in its own words, by 'Lembar!A1'."""
    found = bahan.hitung
    if not isinstance(found, Refused):
        return {str(place): words for place, words in found.notes}
    place, _, words = str(found).removeprefix("sel ").partition(": ")  # the one that it was refused for
    return {place: words}


def _temuan(kisi: Kisi, place: Tempat, error: str, sebab: Mapping[str, str], more: str) -> Temuan:
    ref = f"{get_column_letter(place[2])}{place[1]}"
    why, do = SEBAB[error]
    why = sebab.get(f"{kisi.nama}!{ref}", f"rumusnya {why}").rstrip(".")
    typed = not kisi.rumus(*place[1:])
    words = f"Berisi {error} yang diketik, bukan hasil rumus." if typed else f"Menunjukkan {error}: {why}."
    asked = "Ketik nilai yang benar, atau pulihkan rumusnya." if typed else do
    return Temuan("sel_galat", kisi.nama, ref, f"{words}{more}", asked)


def _diteruskan(kisi: Kisi, place: Tempat, errors: Collection[Tempat], names: Mapping[str, str]) -> bool:
    """Whether the formula reads a cell that shows an error itself."""
    formula = without_names(without_prefixes(kisi.rumus(*place[1:]).removeprefix("=")), dict(names))
    terms = sel_dibaca(formula) if formula else ()
    return any(_ada((term.lembar or kisi.nama).casefold(), term.area, errors) for term in terms)


def _ada(lembar: str, area: Area, errors: Collection[Tempat]) -> bool:
    if area.size == (1, 1):
        return (lembar, area.top, area.left) in errors
    return any(name == lembar and area.holds(row, column) for name, row, column in errors)
