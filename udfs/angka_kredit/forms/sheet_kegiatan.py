"""The sheet Kegiatan: one row an activity; its credit, its uraian and what is wrong with it stand beside it, live."""

from __future__ import annotations

from datetime import date

from xlsxwriter.worksheet import Worksheet

from .book import Buku
from .grid import MUAT
from .schema import Kegiatan
from .style import put

NAMA = "Kegiatan"
FIRST, COUNT = 4, 40  # row 5 on the sheet is the first activity
LAST = FIRST + COUNT - 1
_PILIHAN = {"C": "daftar_baris", "E": "daftar_jenjang"}
_COLUMNS = (  # heading, width, format of an input, what to type
    ("NO", 4, "", ""),
    ("TANGGAL", 18, "tanggal", "Tanggal kegiatan, di dalam masa penilaian."),
    ("BARIS\nDUPAK", 9, "tengah", "Kode baris pada lembar DUPAK (kolom paling kanan) atau lembar Daftar."),
    ("BUTIR\n(KODE/AK SATUAN)", 17, "ak", "Kode butir dari lembar Daftar, atau angka kredit satuan dari Lampiran."),
    (
        "JENJANG\nBUTIR",
        13,
        "masuk",
        "Bila angka kredit satuan diketik untuk butir jenjang lain. Kosong: jenjang sendiri.",
    ),
    ("URAIAN KEGIATAN", 36, "bungkus", "Boleh kosong bila butirnya berkode; yang diketik di sini selalu dipakai."),
    ("SATUAN\nHASIL", 11, "masuk", "Misalnya Laporan."),
    ("VOLUME", 8, "volume", "Jumlah volume kegiatan."),
    ("ANGKA\nKREDIT", 10, "", ""),
    ("BUKTI FISIK", 24, "bungkus", "Nama bukti fisik yang dilampirkan."),
    ("NOMOR SURAT\nPENUGASAN", 18, "bungkus", "Wajib untuk butir jenjang di atas/di bawah."),
    ("URAIAN PADA DUPAK", 36, "", ""),
    ("SUB UNSUR", 26, "", ""),
    ("PERIKSA", 34, "", ""),
    ("BARIS\nGALAT", 8, "", ""),
)
_LONGEST = 2 * MUAT - 6  # characters of uraian that fit on a line of the DUPAK, which is two lines high
_ONE_LINE, _TWO_LINES = 46, 25  # characters of uraian on a line; points of a row of two
_LAST_COLUMN = len(_COLUMNS) - 1
BERES = "Beres"


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, landscape=True)
    put(sheet, 0, 0, _LAST_COLUMN, f"Kegiatan {buku.nama_jabatan}", buku.gaya("tebal", "judul"))
    note = (
        "Satu baris satu kegiatan. Kolom kuning diisi; angka kredit, uraian pada DUPAK dan pemeriksaan terisi sendiri."
    )
    put(sheet, 1, 0, _LAST_COLUMN, note, buku.gaya("samar"))
    for column, (heading, width, _, _) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        put(sheet, FIRST - 2, column, column, heading, buku.gaya("kepala", "kecil"))
        put(sheet, FIRST - 1, column, column, column + 1, buku.gaya("kepala", "kecil", num_format="0"))
    sheet.set_row(FIRST - 2, 28)
    rows = buku.isi.kegiatan if buku.isi else ()
    for number in range(1, COUNT + 1):
        _activity(buku, sheet, number, rows[number - 1] if number <= len(rows) else None)
    _total(buku, sheet)
    _validations(sheet)
    _names(buku, sheet)
    sheet.repeat_rows(FIRST - 2, FIRST - 1)
    sheet.freeze_panes(FIRST, 3)
    sheet.print_area(0, 0, LAST + 1, 11)


def _activity(buku: Buku, sheet: Worksheet, number: int, given: Kegiatan | None) -> None:
    row = FIRST + number - 1
    here = given or Kegiatan(baris="")
    inputs = {
        1: here.tanggal,
        2: here.baris,
        3: here.butir,
        4: here.jenjang_butir,
        5: here.uraian,
        6: here.satuan,
        7: here.volume,
        9: here.bukti,
        10: here.penugasan,
    }
    put(sheet, row, 0, 0, number, buku.gaya("kotak", "tengah", num_format="0"))
    if len(here.uraian) > _ONE_LINE or (here.butir and isinstance(here.butir, str)):  # a kode brings its uraian
        sheet.set_row(row, _TWO_LINES)
    for column, value in inputs.items():
        bit = _COLUMNS[column][2]
        put(sheet, row, column, column, value, buku.gaya("kotak", "isian", *([bit] if bit else [])))
    n = row + 1
    known = f"INDEX(daftar_uraian_butir,MATCH(D{n},daftar_kode_butir,0))"
    sub = f"INDEX(daftar_sub_unsur,MATCH(C{n},daftar_baris,0))"
    # a blank row asks nothing of ANGKA_KREDIT: where the add-in is missing, it stays blank
    credit = f'=IF(D{n}="","",ANGKA_KREDIT(D{n},H{n},jenjang,jabatan,E{n}))'
    put(sheet, row, 8, 8, credit, buku.gaya("kotak", "ak"))
    put(sheet, row, 11, 11, f'=IF(F{n}<>"",F{n},IF(D{n}="","",IFERROR({known},"")))', buku.gaya("kotak", "bungkus"))
    put(sheet, row, 12, 12, f'=IF(C{n}="","",IFERROR({sub},""))', buku.gaya("kotak", "bungkus", "samar"))
    put(sheet, row, 14, 14, f'=IF(ISERROR(I{n}),C{n},"")', buku.gaya("kotak", "tengah", "samar"))
    put(sheet, row, 13, 13, "=" + _check(n, buku.susunan.awalan_blok), buku.gaya("kotak", "bungkus"))


def _check(n: int, blok: str) -> str:
    """The first thing wrong with row `n`, in words; an error of the credit is explained with its article."""
    in_blok = f'LEFT(C{n},{len(blok)})="{blok}"'
    known = f"ISNUMBER(MATCH(D{n},daftar_kode_butir,0))"
    dated = f"AND(ISNUMBER(B{n}),ISNUMBER(masa_dari),ISNUMBER(masa_sampai))"
    outside = f"AND({dated},OR(B{n}<masa_dari,B{n}>=SUM(masa_sampai,1)))"  # the last day counts whole
    other = f'AND(E{n}<>"",E{n}<>jenjang)'
    reason = f'JELASKAN("ANGKA_KREDIT",D{n},H{n},jenjang,jabatan,E{n})'
    place = f"INDEX(daftar_baris_butir,MATCH(D{n},daftar_kode_butir,0))"
    owner = f"INDEX(daftar_kode_butir,MATCH(C{n},daftar_baris_butir,0))"
    first = f"INDEX(kegiatan_uraian,MATCH(C{n},kegiatan_baris,0))"
    checks = [
        (f'AND(C{n}="",D{n}="",F{n}="")', '""'),
        (f"ISERROR(I{n})", reason),
        (f'C{n}=""', '"Pilih baris DUPAK"'),
        (f"ISERROR(MATCH(C{n},daftar_baris,0))", '"Baris DUPAK tidak dikenal"'),
        (f'AND(I{n}="",OR(H{n}<>"",B{n}<>""))', '"Isi butir: kodenya atau angka kredit satuannya"'),
        (f'AND(I{n}<>"",OR(H{n}="",H{n}=0))', '"Isi volume"'),
        (f'L{n}=""', '"Isi uraian kegiatan"'),
        (f"LEN(L{n})>{_LONGEST}", '"Uraian terlalu panjang untuk dua baris DUPAK; ringkas"'),
        (f"{first}<>L{n}", '"Baris ini sudah dipakai uraian lain; pilih baris kosong"'),
        (f'D{n}=""', f'"{BERES}"'),
        (f"IFERROR({place},C{n})<>C{n}", f'"Kode ini berbaris di "&{place}'),
        (f"IFERROR({owner},D{n})<>D{n}", f'"Baris ini milik butir "&{owner}'),
        (f"AND({in_blok},NOT({known}),NOT({other}))", '"Isi jenjang butirnya"'),
        (f"AND({other},NOT({in_blok}))", f'"Butir jenjang lain: pilih baris {blok}a..."'),
        (f'AND({in_blok},K{n}="")', '"Isi nomor surat penugasan"'),
        (f'B{n}=""', '"Isi tanggal"'),
        (f"NOT(ISNUMBER(B{n}))", '"Tanggal bukan tanggal sungguhan; ketik ulang"'),
        (outside, '"Tanggal di luar masa penilaian"'),
    ]
    formula = f'"{BERES}"'
    for condition, message in reversed(checks):
        formula = f"IF({condition},{message},{formula})"
    return formula


def _total(buku: Buku, sheet: Worksheet) -> None:
    row = LAST + 1
    put(sheet, row, 0, 7, "JUMLAH", buku.gaya("kotak", "tebal", "tengah", "abu"))
    put(sheet, row, 8, 8, "=SUM(kegiatan_ak)", buku.gaya("kotak", "tebal", "abu", "ak"))
    put(sheet, row, 9, 11, "", buku.gaya("kotak", "abu"))
    alarm = {"type": "formula", "criteria": f'=AND($N{FIRST + 1}<>"",$N{FIRST + 1}<>"{BERES}")'}
    sheet.conditional_format(FIRST, 13, LAST, 13, alarm | {"format": buku.gaya("merah")})


def _validations(sheet: Worksheet) -> None:
    for column, (heading, _, _, message) in enumerate(_COLUMNS):
        if not message:
            continue
        words: dict[str, object] = {"input_title": heading.replace("\n", " ").capitalize(), "input_message": message}
        rule: dict[str, object] = {"validate": "any"}
        letter = "ABCDEFGHIJKLMNO"[column]
        if letter in _PILIHAN:
            rule = {"validate": "list", "source": f"={_PILIHAN[letter]}", "error_message": "Pilih dari daftar."}
        elif letter == "B":
            limits: dict[str, object] = {"minimum": date(1990, 1, 1), "maximum": date(2099, 12, 31)}
            rule = {"validate": "date", "criteria": "between", "error_message": "Isi dengan tanggal."} | limits
        elif letter == "H":
            limit = {"criteria": ">=", "value": 0, "error_message": "Isi dengan angka, 0 atau lebih."}
            rule = {"validate": "decimal"} | limit
        sheet.data_validation(FIRST, column, LAST, column, rule | words)


def _names(buku: Buku, sheet: Worksheet) -> None:
    for nama, column in {"baris": 2, "butir": 3, "ak": 8, "uraian": 11, "periksa": 13, "galat": 14}.items():
        buku.name(f"kegiatan_{nama}", sheet, FIRST, column, LAST)
