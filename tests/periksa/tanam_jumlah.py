"""Plants faults in sums: rows missed, counted twice, of other columns, the blank cell beside the value."""

from __future__ import annotations

from openpyxl.utils.cell import get_column_letter as huruf
from tanam import Kebun, Penanam
from tanaman import Tempat

Cara = tuple[str, Tempat] | None


def _tanpa(kebun: Kebun, which: int, rows: list[int]) -> Cara:
    """A sum without its first, its last or a middle row."""
    at = kebun.pilih([each for each in kebun.jumlahan(rows) if len(kebun.dijumlah(*each)) >= 3])
    if at is None:
        return None
    named = kebun.dijumlah(*at)
    left = named.pop(which if which >= 0 else len(named) - 1)
    kebun.jumlahkan(*at, named)
    return f"tanpa baris {left}", kebun.sel(*at)


def tanpa_awal(kebun: Kebun) -> Cara:
    return _tanpa(kebun, 0, kebun.jumlah + kebun.total)


def tanpa_akhir(kebun: Kebun) -> Cara:
    return _tanpa(kebun, -1, kebun.jumlah + kebun.total)


def tanpa_tengah(kebun: Kebun) -> Cara:
    return _tanpa(kebun, 1, kebun.jumlah + kebun.total)


def semua_kolom_tanpa_akhir(kebun: Kebun) -> Cara:
    """As when a row is put in below the range: every column's sum misses it."""
    first = kebun.pilih([each for each in kebun.jumlahan(kebun.bagian) if len(kebun.dijumlah(*each)) >= 3])
    if first is None:
        return None
    cells = [each for each in kebun.jumlahan([first[0]])]
    left = kebun.dijumlah(*first)[-1]
    for at in cells:
        kebun.jumlahkan(*at, [row for row in kebun.dijumlah(*at) if row != left])
        if not kebun.rumus(left, at[1]):
            kebun.tulis(left, at[1], 0.75)
    return f"semua kolom tanpa baris {left}", frozenset().union(*(kebun.sel(*at) for at in cells))


def total_tanpa_jumlah(kebun: Kebun) -> Cara:
    """The sum of all misses a subtotal."""
    at = kebun.pilih([each for each in kebun.jumlahan(kebun.total) if set(kebun.dijumlah(*each)) & set(kebun.jumlah)])
    if at is None:
        return None
    named = kebun.dijumlah(*at)
    kebun.jumlahkan(*at, named[:-1])
    return f"total tanpa jumlah baris {named[-1]}", kebun.sel(*at)


def total_semua(kebun: Kebun) -> Cara:
    """The sum of all takes the subtotals and their rows."""
    at = kebun.pilih([each for each in kebun.jumlahan(kebun.total) if set(kebun.dijumlah(*each)) & set(kebun.jumlah)])
    if at is None:
        return None
    letter = huruf(at[1])
    kebun.tulis(*at, f"=SUM({letter}{min(kebun.butir)}:{letter}{at[0] - 1})")
    return "total menjumlahkan seluruh kolom", kebun.sel(*at)


def ikut_jumlah_lalu(kebun: Kebun) -> Cara:
    """A subtotal's range begins at the subtotal before it."""
    at = kebun.pilih(kebun.jumlahan(kebun.bagian[1:]))
    if at is None or not kebun.total or not kebun.rumus(kebun.total[0], at[1]):
        return None
    letter, before = huruf(at[1]), max(row for row in kebun.bagian if row < at[0])
    kebun.tulis(*at, f"=SUM({letter}{before}:{letter}{at[0] - 1})")
    found = kebun.sel(*at) | kebun.sel(kebun.total[0], at[1])
    return "rentang mulai dari jumlah sebelumnya", found


def sekali_lagi(kebun: Kebun) -> Cara:
    """A row is added once more behind the range."""
    at = kebun.pilih([each for each in kebun.jumlahan(kebun.jumlah + kebun.total) if len(kebun.dijumlah(*each)) >= 2])
    if at is None:
        return None
    row = kebun.rng.choice(kebun.dijumlah(*at))
    kebun.tulis(*at, f"{kebun.rumus(*at)}+{huruf(at[1])}{row}")
    return f"baris {row} sekali lagi", kebun.sel(*at)


def terlalu_tinggi(kebun: Kebun) -> Cara:
    """A subtotal's range reaches up into rows of the one before."""
    at = kebun.pilih(kebun.jumlahan(kebun.bagian[1:]))
    if at is None or not kebun.total or not kebun.rumus(kebun.total[0], at[1]):
        return None
    above = max(row for row in kebun.butir if row < kebun.bagian[0])
    kebun.jumlahkan(*at, [above, *kebun.dijumlah(*at)])
    return f"memuat baris {above} dari jumlah sebelumnya", kebun.sel(*at)


def dua_kolom(kebun: Kebun) -> Cara:
    """The range is two columns wide."""
    at = kebun.pilih(_bersebelahan(kebun))
    if at is None:
        return None
    rows = kebun.dijumlah(*at)
    kebun.tulis(*at, f"=SUM({huruf(at[1])}{rows[0]}:{huruf(at[1] + 1)}{rows[-1]})")
    return "rentang dua kolom", kebun.sel(*at)


def kolom_sebelah(kebun: Kebun) -> Cara:
    """The range is the next column's."""
    at = kebun.pilih(_bersebelahan(kebun))
    if at is None:
        return None
    rows = kebun.dijumlah(*at)
    kebun.tulis(*at, f"=SUM({huruf(at[1] + 1)}{rows[0]}:{huruf(at[1] + 1)}{rows[-1]})")
    return "rentang kolom sebelah", kebun.sel(*at)


def _bersebelahan(kebun: Kebun) -> list[tuple[int, int]]:
    columns = {column for _, column in kebun.kolom()}
    return [
        each
        for each in kebun.jumlahan(kebun.jumlah + kebun.total)
        if each[1] + 1 in columns and len(kebun.dijumlah(*each)) >= 2
    ]


def pihak_lain(kebun: Kebun) -> Cara:
    """A row's JUMLAH adds the other side's BARU."""
    sides = [pihak for (isi, pihak), _ in kebun.kolom("jumlah") if ("lama", pihak) in kebun.nilai]
    if len(sides) < 2:
        return None
    side, other = kebun.rng.sample(sides, 2)
    row = kebun.rng.choice(kebun.butir)
    column = kebun.nilai["jumlah", side]
    kebun.tulis(row, column, f"={huruf(kebun.nilai['lama', side])}{row}+{huruf(kebun.nilai['baru', other])}{row}")
    return f"JUMLAH {side} dengan BARU {other}", kebun.sel(row, column)


def lama_dua_kali(kebun: Kebun) -> Cara:
    sides = [pihak for (isi, pihak), _ in kebun.kolom("jumlah") if ("lama", pihak) in kebun.nilai]
    if not sides:
        return None
    side, row = kebun.rng.choice(sides), kebun.rng.choice(kebun.butir)
    lama = f"{huruf(kebun.nilai['lama', side])}{row}"
    kebun.tulis(row, kebun.nilai["jumlah", side], f"={lama}+{lama}")
    return "JUMLAH = LAMA + LAMA", kebun.sel(row, kebun.nilai["jumlah", side])


def total_ke_samping(kebun: Kebun) -> Cara:
    """The sum of all takes a subtotal from the blank cell to the right of the table."""
    at = kebun.pilih([each for each in kebun.jumlahan(kebun.total) if set(kebun.dijumlah(*each)) & set(kebun.jumlah)])
    right = max(column for _, column in kebun.kolom())
    if at is None or at[1] < right or kebun.sheet.cell(kebun.jumlah[0], right + 1).value is not None:
        return None
    rows = kebun.dijumlah(*at)
    names = [f"{huruf(right + 1)}{rows[0]}", *(f"{huruf(at[1])}{row}" for row in rows[1:])]
    kebun.tulis(*at, f"={'+'.join(names)}")
    return "total ke sel kosong di kanan jumlah", kebun.sel(*at)


def total_ke_bawah(kebun: Kebun) -> Cara:
    """The sum of all takes the blank row below a subtotal, the next heading's."""
    at = kebun.pilih([each for each in kebun.jumlahan(kebun.total) if len(kebun.dijumlah(*each)) >= 2])
    if at is None or not kebun.jumlah:
        return None
    rows = kebun.dijumlah(*at)
    if kebun.sheet.cell(rows[0] + 1, at[1]).value is not None or rows[0] not in kebun.jumlah:
        return None
    kebun.jumlahkan(*at, [rows[0] + 1, *rows[1:]])
    return "total ke sel kosong di bawah jumlah", kebun.sel(*at)


def lembar_lain(kebun: Kebun) -> Cara:
    """A sheet of its own shows the sum of all, from the cell beside it."""
    at = kebun.pilih(kebun.jumlahan(kebun.total))
    if at is None:
        return None
    right = next(c for c in range(at[1], at[1] + 12) if kebun.sheet.cell(at[0], c).value is None)
    if right - max(column for _, column in kebun.kolom()) > 1:
        return None
    sheet = kebun.buku.create_sheet("Rekap")
    sheet["A1"], sheet["B1"] = "Jumlah angka kredit", f"='{kebun.sheet.title}'!{huruf(right)}{at[0]}"
    return "lembar lain ke sel di samping total", frozenset({("Rekap", "B1")})


def gabungan(kebun: Kebun) -> Cara:
    """The sum is merged with the cell to its right, and another sheet points there."""
    at = kebun.pilih([(row, max(c for _, c in kebun.kolom())) for row in kebun.total])
    if at is None or not kebun.rumus(*at) or kebun.sheet.cell(at[0], at[1] + 1).value is not None:
        return None
    kebun.sheet.merge_cells(start_row=at[0], start_column=at[1], end_row=at[0], end_column=at[1] + 1)
    sheet = kebun.buku.create_sheet("Rekap")
    sheet["C3"] = f"='{kebun.sheet.title}'!{huruf(at[1] + 1)}{at[0]}"
    return "bagian kosong sel gabungan", frozenset({("Rekap", "C3")})


def diketik_salah(kebun: Kebun) -> Cara:
    at = kebun.pilih(kebun.jumlahan(kebun.jumlah + kebun.total))
    if at is None:
        return None
    kebun.tulis(*at, 7777.5)
    return "jumlah diketik", kebun.sel(*at)


def dikosongkan(kebun: Kebun) -> Cara:
    at = kebun.pilih(kebun.jumlahan(kebun.bagian))
    if at is None:
        return None
    kebun.tulis(kebun.dijumlah(*at)[0], at[1], 7.25)
    kebun.sheet.cell(*at).value = None
    return "jumlah dikosongkan", kebun.sel(*at)


def dibulatkan(kebun: Kebun) -> Cara:
    at = kebun.pilih(kebun.jumlahan(kebun.bagian))
    if at is None:
        return None
    kebun.tulis(kebun.dijumlah(*at)[0], at[1], 7.25)
    kebun.tulis(*at, f"=ROUND({kebun.rumus(*at).removeprefix('=')},-3)")
    return "jumlah dibulatkan", kebun.sel(*at)


def dikurangi(kebun: Kebun) -> Cara:
    """The last row is taken away instead of added."""
    at = kebun.pilih([each for each in kebun.jumlahan(kebun.bagian) if len(kebun.dijumlah(*each)) >= 2])
    if at is None:
        return None
    *rows, last = kebun.dijumlah(*at)
    letter = huruf(at[1])
    kebun.tulis(last, at[1], 7.25)
    kebun.tulis(*at, f"={'+'.join(f'{letter}{row}' for row in rows)}-{letter}{last}")
    return f"baris {last} dikurangkan", kebun.sel(*at)


PENANAM: dict[str, list[Penanam]] = {
    "jumlah_salah": [diketik_salah, dibulatkan, dikurangi, dikosongkan],
    "jumlah_terlewat": [tanpa_awal, tanpa_akhir, tanpa_tengah, semua_kolom_tanpa_akhir, total_tanpa_jumlah],
    "jumlah_ganda": [total_semua, ikut_jumlah_lalu, sekali_lagi, terlalu_tinggi],
    "jumlah_kolom_lain": [dua_kolom, kolom_sebelah, pihak_lain, lama_dua_kali],
    "sel_kosong": [total_ke_samping, total_ke_bawah, lembar_lain, gabungan],
}
