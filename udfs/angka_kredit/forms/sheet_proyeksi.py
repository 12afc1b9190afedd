"""The sheet Proyeksi: from which period on the conventional credit suffices at the pace assumed, what is short by
unsur, the deadlines, and a chart. A working sheet, no official form: its assumptions are typed on it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ..errors import CellError
from ..regulations import regime
from ..regulations.schema import Jabatan, Jenjang
from ..regulations.tabel import Komposisi, ProfesiMinimal
from ..rules.kenaikan import jenjang_berikut
from . import proyeksi_grafik, proyeksi_tenggat
from .book import Buku
from .proyeksi_rumus import LAJU, ada, kapan, laju, tercapai, unsur
from .rumus import menurut_ijazah, pilih, profesi_minimal
from .style import isi, lines, put

NAMA, KEPALA = "Proyeksi", "KENAIKAN PANGKAT"
_WIDTHS = (40, 19, 19, 15, 15, 19)
_LAST = len(_WIDTHS) - 1
_MOST = 1000  # credit points a year that somebody could type
_NOTE_LINE = 140  # small characters that fit on a line of the whole width
_HASIL = (
    ("Tujuan", 2, "teks"),
    ("Angka kredit yang diminta", 3, "ak"),
    ("Kekurangan", 4, "ak"),
    ("Angka kredit per bulan", 5, "ak"),
    ("Bulan yang diperlukan", 6, "bulan"),
    ("Tanggal tercapai", 7, "tanggal"),
    ("Periode kenaikan", 8, "tanggal"),
)


def untuk(jabatan: Jabatan, jenjang: Jenjang) -> bool:
    return jabatan.metode == "butir_kegiatan" and bool(jabatan.ambang)


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, tall=1)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    put(sheet, 0, 0, _LAST, "Proyeksi: kapan dapat naik", buku.gaya("tebal", "judul"))
    put(sheet, 1, 0, _LAST, f"={_keadaan()}", buku.gaya("samar"))
    buku.name("proyeksi_siap", sheet, 1, 0)
    row = _anggapan(buku, sheet, 3)
    row = _unsur(buku, sheet, row + 1)
    row = _hasil(buku, sheet, row + 1)
    row = proyeksi_tenggat.write(buku, sheet, row)
    note = f"Anggapan: {regime.dasar('proyeksi_konvensional').catatan}"
    put(sheet, row, 0, _LAST, note, buku.gaya("samar", "kecil", "bungkus", "puncak"))
    sheet.set_row(row, 12 * lines(note, _NOTE_LINE))
    row = proyeksi_grafik.write(buku, sheet, row + 2)
    sheet.print_area(0, 0, row, _LAST)


def _keadaan() -> str:
    """Formula: '' where the projection can be made, else what is missing."""
    pace = 'IF(SUM(proyeksi_laju)>0,"","Angka kredit per tahun 0: isi lajunya di bawah")'
    steps = (
        ('golongan=""', "Isi golongan ruang pada lembar Data"),
        ("ISNA(MATCH(golongan,daftar_golongan,0))", "Golongan ruang bukan milik kategori formulir ini"),
        ("NOT(ISNUMBER(proyeksi_pada))", "Isi akhir masa penilaian pada lembar Data, atau tanggal di bawah"),
        ("NOT(ISNUMBER(proyeksi_ak))", "Jumlah angka kredit belum ada, atau mengandung galat: lihat DUPAK"),
        ("NOT(ISNUMBER(proyeksi_laju))", "Isi masa penilaian pada lembar Data, atau laju di bawah"),
    )
    return pilih([(test, f'"{words}"') for test, words in steps], pace)


def _anggapan(buku: Buku, sheet: Worksheet, row: int) -> int:
    """The yellow cells, beside each what is used; returns the next row."""
    for column, words in enumerate(("ANGGAPAN", "DIISI", "DIPAKAI")):
        put(sheet, row, column, column, words, buku.gaya("kepala"))
    put(sheet, row, 3, _LAST, "", buku.gaya("kepala"))
    date_format, ak = buku.gaya("kotak", "tanggal", "isian"), buku.gaya("kotak", "ak", "isian")
    used = 'IF(ISNUMBER(proyeksi_tanggal),proyeksi_tanggal,IF(ISNUMBER(masa_sampai),masa_sampai,""))'
    _baris(buku, sheet, row + 1, "Angka kredit dihitung sampai", used, "Kosong: akhir masa penilaian.", "tanggal")
    _isian(buku, sheet, row + 1, "proyeksi_tanggal", date_format)
    sheet.data_validation(row + 1, 1, row + 1, 1, {"validate": "date", "criteria": ">", "value": 10000})
    buku.name("proyeksi_pada", sheet, row + 1, 2)
    for offset, each in enumerate(LAJU, row + 2):
        words = "Kosong: yang baru pada masa penilaian, disetahunkan (bulan dibulatkan)."
        _baris(buku, sheet, offset, f"{each.label}, setahun", laju(each, unsur(buku)), words, "ak")
        _isian(buku, sheet, offset, f"proyeksi_isi_{each.nama}", ak)
        sheet.data_validation(
            offset, 1, offset, 1, {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": _MOST}
        )
        buku.name(f"proyeksi_{each.nama}", sheet, offset, 2)
    row += 2 + len(LAJU)
    names = [f"proyeksi_{each.nama}" for each in LAJU]
    total = f'IF(COUNT({",".join(names)})=0,"",ROUND(SUM({",".join(names)}),9))'
    _baris(buku, sheet, row, "Semua unsur, setahun", total, "Ijazah baru tidak dianggap berulang.", "ak")
    put(sheet, row, 1, 1, "", buku.gaya("kotak", "abu"))
    buku.name("proyeksi_laju", sheet, row, 2)
    return row + 1


def _baris(buku: Buku, sheet: Worksheet, row: int, label: str, formula: str, note: str, bit: str) -> None:
    put(sheet, row, 0, 0, label, buku.gaya("kotak", "masuk"))
    put(sheet, row, 2, 2, f"={formula}", buku.gaya("kotak", bit))
    put(sheet, row, 3, _LAST, note, buku.gaya("samar", "kecil"))


def _isian(buku: Buku, sheet: Worksheet, row: int, nama: str, look: object) -> None:
    isi(sheet, row, 1, None, look)
    buku.name(nama, sheet, row, 1)


def _unsur(buku: Buku, sheet: Worksheet, row: int) -> int:
    """What is required for the next rank, held, and short, by unsur; returns the next row."""
    heads = ("UNTUK PANGKAT BERIKUT", "DISYARATKAN", "ADA", "KURANG", "SETAHUN", "TERCAPAI")
    for column, words in enumerate(heads):
        put(sheet, row, column, column, words, buku.gaya("kepala"))
    own, jabatan = unsur(buku), buku.jabatan
    profesi = profesi_minimal(jabatan, "proyeksi_golongan") if jabatan.punya(ProfesiMinimal) else ""
    ruled = jabatan.punya(Komposisi)
    rows = (
        ("kumulatif", "Angka kredit kumulatif", "AK_KUMULATIF(proyeksi_golongan,jabatan)", "semua", "proyeksi_laju"),
        (
            "utama",
            "Unsur utama di luar ijazah",
            menurut_ijazah("AK_UTAMA_MINIMAL", "proyeksi_golongan") if ruled else "",
            "utama",
            "SUM(proyeksi_tugas,proyeksi_profesi)",
        ),
        ("profesi", "Pengembangan profesi", profesi, "profesi", "proyeksi_profesi"),
        (
            "penunjang",
            "Unsur penunjang, paling banyak",
            menurut_ijazah("AK_PENUNJANG_MAKSIMAL", "proyeksi_golongan") if ruled else "",
            "penunjang",
            "proyeksi_penunjang",
        ),
    )
    for nama, label, need, held, pace in rows:
        row += 1
        _satu_unsur(buku, sheet, row, nama, label, need, ada(held, own), pace)
    words = str(jabatan.tanpa(Komposisi)) if not ruled else "Kosong: tidak disyaratkan, atau ijazah belum diisi."
    put(sheet, row + 1, 0, _LAST, words, buku.gaya("samar", "kecil"))
    return row + 2


def _satu_unsur(buku: Buku, sheet: Worksheet, row: int, nama: str, label: str, need: str, held: str, pace: str) -> None:
    put(sheet, row, 0, 0, label, buku.gaya("kotak", "masuk"))
    asked = f'=IF(proyeksi_golongan="","",{need})' if need else ""
    needed, have = f"proyeksi_perlu_{nama}", f"proyeksi_ada_{nama}"
    short = f'IF(ISNUMBER({needed}),IF(ISNUMBER({have}),ROUND(MAX(0,SUM({needed})-SUM({have})),9),""),"")'
    most = nama == "penunjang"
    cells = (
        ("perlu", asked, "ak"),
        ("ada", f"={held}", "ak"),
        ("kurang", "" if most else f"={short}", "ak"),
        ("setahun", f'=IF(ISNUMBER(proyeksi_laju),{pace},"")', "ak"),
        ("tercapai", "" if most else f"={tercapai(nama)}", "tanggal"),
    )
    for column, (kind, formula, bit) in enumerate(cells, 1):
        put(sheet, row, column, column, formula, buku.gaya("kotak", bit, *(["tebal"] if kind == "kurang" else [])))
        buku.name(f"proyeksi_{kind}_{nama}", sheet, row, column)
    if nama == "kumulatif":
        buku.name("proyeksi_ak", sheet, row, 2)


def _hasil(buku: Buku, sheet: Worksheet, row: int) -> int:
    """The answers of KAPAN_NAIK_KONVENSIONAL, for rank and jenjang; returns the next row."""
    for column, words in enumerate(("", KEPALA, "KENAIKAN JENJANG")):
        put(sheet, row, column, column, words, buku.gaya("kepala"))
    above = "INDEX(daftar_golongan,SUM(MATCH(golongan,daftar_golongan,0),1))"
    following = f'IF(ISNUMBER(MATCH(golongan,daftar_golongan,0)),IF(golongan="{buku.golongan[-1].kode}","",{above}),"")'
    own, higher = buku.jenjang.golongan[-1].kode, _jenjang_berikut(buku)
    for label, number, kind in _HASIL:
        row += 1
        whole = {"num_format": "0"} if kind == "bulan" else {}
        look = buku.gaya("kotak", "teks" if kind == "bulan" else kind, "kiri", "masuk", **whole)
        put(sheet, row, 0, 0, label, buku.gaya("kotak", "masuk"))
        rank = following if number == 2 else f'IF(proyeksi_golongan="","",{kapan("golongan", number)})'
        level = f'"{higher.nama}"' if higher and number == 2 else kapan(f'"{own}"', number)
        for column, formula in ((1, rank), (2, level if higher else '"-"')):
            put(sheet, row, column, column, f"={formula}", look)
        names = {2: "golongan", 3: "ambang", 7: "tanggal_capai", 8: "periode"}
        if number in names:
            buku.name(f"proyeksi_{names[number]}", sheet, row, 1)
            buku.name(f"proyeksi_{names[number]}_jenjang", sheet, row, 2)
    return row + 1


def _jenjang_berikut(buku: Buku) -> Jenjang | None:
    try:
        return jenjang_berikut(buku.jabatan, buku.jenjang)
    except CellError:
        return None
