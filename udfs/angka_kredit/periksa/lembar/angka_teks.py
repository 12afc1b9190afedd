"""A number stored as text, which sums pass over; and text that looks like a broken number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import CellError
from ...functions.convert import angka as dibaca
from ...functions.convert import looks_numeric
from ...kenal import Kisi
from ...kenal.kisi import Sel
from ...words import indonesian
from ..bahan import Bahan
from ..temuan import Temuan
from .rumus import jumlahan
from .tabel import alamat, tabel

Tempat = tuple[int, int]
_DIGIT = re.compile(r"[0-9]")
_AMBIGUOUS = re.compile(r"[+-]?[0-9]{1,3}\.[0-9]{3}")
_MOST_CELLS = 5_000  # of one range that is looked through


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    for kisi in bahan.kisi:
        broken = {ref for ref, _ in kisi.rusak}  # told by angka_rusak
        cells = dict.fromkeys((*_di_tabel(bahan, kisi), *_dijumlah(kisi)))
        for at in sorted(cells):
            sel = kisi.sel.get(at)
            if sel and isinstance(sel.nilai, str) and alamat(*at) not in broken and (words := _salah(sel)):
                yield Temuan(words[0], kisi.nama, alamat(*at), *words[1:])


def _di_tabel(bahan: Bahan, kisi: Kisi) -> Iterator[Tempat]:
    for table in tabel(bahan):
        if table.kisi is kisi:
            yield from ((row, column) for row in table.baris for column in table.kolom)


def _dijumlah(kisi: Kisi) -> Iterator[Tempat]:
    """What any sum on the sheet adds, recognised table or not."""
    for sel in kisi.sel.values():
        sums = jumlahan(sel.rumus) if sel.rumus else None
        for term in sums.suku if sums else ():
            rows, columns = term.area.size
            if term.lembar in (None, kisi.nama) and rows * columns <= _MOST_CELLS:
                for row in range(term.area.top, term.area.bottom + 1):
                    yield from ((row, column) for column in range(term.area.left, term.area.right + 1))


def _salah(sel: Sel) -> tuple[str, str, str, str] | None:
    """(kind, what is wrong, what to do, doubt)."""
    text = str(sel.nilai)
    plain = text.strip().removesuffix("%").strip()
    if not looks_numeric(plain) or not _DIGIT.search(plain) or (sel.rumus and text.endswith("%")):
        return None  # a formula that writes '100%' is made to be read
    held = "Rumusnya menghasilkan teks" if sel.rumus else "Angkanya tersimpan sebagai teks"
    try:
        number = dibaca(plain)
    except CellError:
        if _AMBIGUOUS.fullmatch(plain):
            told = f"{held}: '{text}', yang dapat berarti ribuan atau desimal; SUM melewatkannya."
            return "angka_teks", told, "Ketik ulang angkanya dengan koma desimal dan tanpa titik ribuan.", ""
        return "angka_rusak", f"'{text}' bukan angka.", "Ketik ulang angkanya dengan koma desimal, misalnya 0,4.", ""
    told = f"{held}: '{text}'; SUM melewatkannya, sehingga jumlahnya terlalu kecil."
    mend = "Pakai rumus yang hasilnya angka" if sel.rumus else "Ketik ulang sebagai angka"
    return "angka_teks", told, f"{mend} ({indonesian(number)}{'%' * ('%' in text)}), dengan bentuk sel Angka.", ""
