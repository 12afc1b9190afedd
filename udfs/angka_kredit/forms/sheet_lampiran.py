"""The sheet Lampiran: every butir of the ladder, with its credit where the data in use have it, and room for the
officer's own rows. What stands here is what the sheet Kegiatan looks up."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ..regulations import sources
from ..regulations.schema import Butir, Jabatan, Jenjang
from .book import Buku, cell
from .rows import owner
from .rumus import pilih
from .style import Sel, isi, lines, put

NAMA = "Lampiran"
FIRST, SENDIRI = 5, 60  # row 6 on the sheet is the first butir; rows for the officer's own
_COLUMNS = (  # heading, width, format, what to type into an own row
    ("NO", 5, "tengah", ""),
    ("KODE", 17, "masuk", "Kode buatan sendiri, berisi huruf dan belum dipakai, misalnya LAB-1."),
    ("URAIAN BUTIR KEGIATAN", 62, "bungkus", "Uraian butir seperti dalam Lampiran peraturan."),
    ("JENJANG", 14, "masuk", "Jenjang pemilik butir."),
    ("SATUAN HASIL", 18, "bungkus", "Satuan hasil, misalnya Laporan."),
    ("ANGKA\nKREDIT", 10, "ak", "Angka kredit satu satuan, dari Lampiran peraturan."),
    ("SUB\nUNSUR", 8, "tengah", "Kode sub unsur pada DUPAK (lembar Daftar), bila butirnya milik jenjang sendiri."),
    ("BARIS\nDUPAK", 8, "tengah", ""),
    ("SUMBER", 46, "bungkus", "Dari mana angka kreditnya: lampiran, halaman."),
    ("PERIKSA", 30, "bungkus", ""),
)
_NO, _KODE, _URAIAN, _JENJANG, _SATUAN, _AK, _SUB, _BARIS, _SUMBER, _PERIKSA = range(len(_COLUMNS))
_FIT = 1.35  # characters of our size per unit of column width
_TYPED = "; angka kredit diketik pengisi"
_NAMES = {
    "kode": _KODE,
    "uraian": _URAIAN,
    "jenjang": _JENJANG,
    "satuan": _SATUAN,
    "ak": _AK,
    "sub": _SUB,
    "baris": _BARIS,
    "sumber": _SUMBER,
    "periksa": _PERIKSA,
}


def untuk(jabatan: Jabatan, jenjang: Jenjang) -> bool:
    return jabatan.metode == "butir_kegiatan"


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, landscape=True)
    known = butir(buku)
    last = FIRST + len(known) + SENDIRI - 1
    put(sheet, 0, 0, len(_COLUMNS) - 1, f"Lampiran {buku.nama_jabatan}", buku.gaya("tebal", "judul"))
    _source(buku, sheet)
    for column, (heading, width, _, _) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        put(sheet, FIRST - 1, column, column, heading, buku.gaya("kepala", "kecil"))
    sheet.set_row(FIRST - 1, 26)
    for offset, each in enumerate(known):
        _known(buku, sheet, FIRST + offset, each)
    for row in range(FIRST + len(known), last + 1):
        _own(buku, sheet, row)
    _validations(buku, sheet, FIRST + len(known), last)
    for nama, column in _NAMES.items():
        buku.name(f"lampiran_{nama}", sheet, FIRST, column, last)
    alarm = {"type": "formula", "criteria": f'=$J{FIRST + 1}<>""', "format": buku.gaya("merah")}
    sheet.conditional_format(FIRST, _PERIKSA, last, _PERIKSA, alarm)
    sheet.repeat_rows(FIRST - 1)
    sheet.freeze_panes(FIRST, 2)
    sheet.print_area(0, 0, last, len(_COLUMNS) - 1)


def butir(buku: Buku) -> list[Butir]:
    """Every butir of this ladder, in the order of the data."""
    ladder = buku.jenjang.kategori
    return [each for each in buku.jabatan.butir.values() if any(level.kategori == ladder for level in each.jenjang)]


def _source(buku: Buku, sheet: Worksheet) -> None:
    """Where the credits come from, and the checksum of an imported file."""
    imported = sources.active(buku.jabatan.id)
    source = f"Lampiran impor {imported.name}" if imported else f"Naskah {buku.jabatan.regulasi.singkat}"
    note = "Sel kuning diisi satu kali dari Lampiran peraturan; baris kosong di bawah untuk butir yang ditambahkan."
    put(sheet, 1, 0, len(_COLUMNS) - 1, note, buku.gaya("samar"))
    put(sheet, 2, 0, 1, "Sumber", buku.gaya("kotak", "masuk"))
    put(sheet, 2, 2, 2, source, buku.gaya("kotak", "bungkus"))
    put(sheet, 3, 0, 1, "sha256 berkas impor", buku.gaya("kotak", "masuk"))
    checksum = sources.sha256(sources.read(imported)) if imported else ""
    put(sheet, 3, 2, 2, checksum, buku.gaya("kotak", "masuk", "kecil"))
    buku.name("lampiran_sumber_data", sheet, 2, 2)
    buku.name("lampiran_sha256", sheet, 3, 2)


def _known(buku: Buku, sheet: Worksheet, row: int, each: Butir) -> None:
    level = owner(buku.jenjang, each)
    line = buku.susunan.place(each)
    sub = next((sub.kode for sub in buku.susunan.sub if line in sub.baris), "") if line else ""
    values: dict[int, Sel] = {
        _KODE: each.kode,
        _URAIAN: each.uraian,
        _JENJANG: level.nama,
        _SATUAN: each.satuan,
        _SUB: sub or (buku.susunan.blok.kode if level != buku.jenjang else ""),
        _BARIS: line.kode if line else "",
        _SUMBER: _sumber(each, cell(row, _AK)),
    }
    _row(buku, sheet, row, own=False)
    for column, value in values.items():
        put(sheet, row, column, column, value, buku.gaya("kotak", _COLUMNS[column][2], "kecil"))
    if each.ak is not None:
        put(sheet, row, _AK, _AK, each.ak, buku.gaya("kotak", "ak"))
    else:
        typed = buku.isi.lampiran.get(each.kode) if buku.isi else None
        isi(sheet, row, _AK, typed, buku.gaya("kotak", "ak", "isian"))
    texts = {_URAIAN: each.uraian, _SATUAN: each.satuan, _SUMBER: each.rujukan + _TYPED}
    sheet.set_row(row, 12 * max(lines(text, round(_COLUMNS[column][1] * _FIT)) for column, text in texts.items()) + 2)


def _sumber(each: Butir, credit: str) -> str:
    """Where the butir stands, and how surely its credit is known: a formula where the officer may type it."""
    words = each.rujukan + ("; butir semua jenjang" if each.semua_jenjang else "")
    if each.ak is not None:
        return f"{words}; {each.status.replace('_', ' ')}"
    return f'=IF({credit}="","{words}; belum ada","{words}{_TYPED}")'


def _own(buku: Buku, sheet: Worksheet, row: int) -> None:
    _row(buku, sheet, row, own=True)
    for column, (_, _, bit, message) in enumerate(_COLUMNS):
        if message:
            isi(sheet, row, column, None, buku.gaya("kotak", "isian", bit))
    put(sheet, row, _BARIS, _BARIS, "", buku.gaya("kotak"))


def _row(buku: Buku, sheet: Worksheet, row: int, own: bool) -> None:
    check = _check(row + 1) if own else _check_credit(row + 1)
    put(sheet, row, _PERIKSA, _PERIKSA, f"={check}", buku.gaya("kotak", "bungkus", "kecil"))
    put(sheet, row, _NO, _NO, row - FIRST + 1, buku.gaya("kotak", "tengah", "kecil", num_format="0"))


def _check(n: int) -> str:
    """The first thing wrong with the row, in words."""
    checks = [
        (f'AND(B{n}="",C{n}="",F{n}="")', '""'),
        (f"NOT(ISTEXT(B{n}))", '"Isi kode, berupa teks"'),
        (f"COUNTIF(lampiran_kode,B{n})>1", '"Kode ini dipakai dua kali"'),
        (f'C{n}=""', '"Isi uraian"'),
        (f"ISERROR(MATCH(D{n},daftar_jenjang,0))", '"Pilih jenjang dari daftar"'),
        (f"OR(ISTEXT(F{n}),F{n}<0)", _check_credit(n)),
        (f'AND(D{n}=jenjang,G{n}<>"",ISERROR(MATCH(G{n},daftar_sub,0)))', '"Sub unsur tidak dikenal"'),
    ]
    return pilih(checks)


def _check_credit(n: int) -> str:
    text = '"Angka kredit berupa teks: ketik ulang sebagai angka"'
    return f'IF(ISTEXT(F{n}),{text},IF(F{n}<0,"Angka kredit negatif",""))'


def _validations(buku: Buku, sheet: Worksheet, own: int, last: int) -> None:
    """Input messages of the own rows; AK everywhere, for the credits that the text does not print."""
    for column, (heading, _, _, message) in enumerate(_COLUMNS):
        if not message:
            continue
        words: dict[str, object] = {"input_title": heading.replace("\n", " ").capitalize(), "input_message": message}
        rule: dict[str, object] = {"validate": "any"}
        if column == _AK:
            rule = {
                "validate": "decimal",
                "criteria": ">=",
                "value": 0,
                "error_message": "Isi dengan angka, 0 atau lebih.",
            }
        elif column in (_JENJANG, _SUB):
            source = "=daftar_jenjang" if column == _JENJANG else "=daftar_sub"
            rule = {"validate": "list", "source": source, "error_message": "Pilih dari daftar."}
        first = FIRST if column == _AK else own
        sheet.data_validation(first, column, last, column, rule | words)
