"""The sheet Proyeksi: from which period on the conventional credit suffices at the pace assumed, what is short by
unsur, the deadlines, and a chart. A working sheet, no official form: its assumptions are typed on it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ..errors import CellError
from ..regulations import regime
from ..regulations.schema import Jabatan, Jenjang
from ..regulations.tabel import BatasPenetapan, BebasSementara, Komposisi, ProfesiMinimal, Tahunan
from ..regulations.umum import di_antara
from ..rules.kenaikan import jenjang_berikut
from . import proyeksi_grafik
from .book import Buku
from .proyeksi_rumus import LAJU, ada, kapan, laju, tercapai, unsur
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
    row = _tenggat(buku, sheet, row)
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
    for test, words in reversed(steps):
        pace = f'IF({test},"{words}",{pace})'
    return pace


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
    diploma = 'IF(ISNUMBER(MATCH(ijazah,daftar_ijazah,0)),{0}(proyeksi_golongan,ijazah,jabatan),"")'
    printed = [each.golongan for each in jabatan.baris(ProfesiMinimal)] if jabatan.punya(ProfesiMinimal) else []
    profesi = f'IF(OR({_salah_satu("proyeksi_golongan", printed)}),AK_PROFESI_MINIMAL(proyeksi_golongan,jabatan),"")'
    ruled = jabatan.punya(Komposisi)
    rows = (
        ("kumulatif", "Angka kredit kumulatif", "AK_KUMULATIF(proyeksi_golongan,jabatan)", "semua", "proyeksi_laju"),
        (
            "utama",
            "Unsur utama di luar ijazah",
            diploma.format("AK_UTAMA_MINIMAL") if ruled else "",
            "utama",
            "SUM(proyeksi_tugas,proyeksi_profesi)",
        ),
        ("profesi", "Pengembangan profesi", profesi if printed else "", "profesi", "proyeksi_profesi"),
        (
            "penunjang",
            "Unsur penunjang, paling banyak",
            diploma.format("AK_PENUNJANG_MAKSIMAL") if ruled else "",
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
    ladder = [g.kode for each in buku.jabatan.jenjang if each.kategori == buku.jenjang.kategori for g in each.golongan]
    above = "INDEX(daftar_golongan,SUM(MATCH(golongan,daftar_golongan,0),1))"
    following = f'IF(ISNUMBER(MATCH(golongan,daftar_golongan,0)),IF(golongan="{ladder[-1]}","",{above}),"")'
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


def _tenggat(buku: Buku, sheet: Worksheet, row: int) -> int:
    """The deadline before the period, the suspension, and whether the credit comes before them."""
    jabatan = buku.jabatan
    after = "PERIODE_NAIK_BERIKUT(SUM({0},1))"
    rows: list[tuple[str, str, str, str, str]] = []
    if jabatan.punya(BatasPenetapan):
        limit = 'IF(ISNUMBER({0}),BATAS_PENETAPAN_AK({0},jabatan),"")'
        late = f'IF(ISNUMBER({{0}}),IF(SUM({{1}})<=BATAS_PENETAPAN_AK({{0}},jabatan),{{0}},{after}),"")'
        given = ("proyeksi_periode", "proyeksi_tanggal_capai")
        other = tuple(f"{nama}_jenjang" for nama in given)
        rows += [
            ("Batas penetapan AK periode itu", limit.format(given[0]), limit.format(other[0]), "tanggal", "batas"),
            ("Periode, bila ditetapkan sesudah tercapai", late.format(*given), late.format(*other), "tanggal", "nyata"),
        ]
    rows.append(("Syarat unsur tercapai semua", _semua_unsur(), "", "tanggal", "unsur"))
    rows.append(("Bebas sementara bila belum tercapai", _bebas(jabatan), "", "tanggal", "bebas"))
    verdict = (
        "IF(ISNUMBER(proyeksi_bebas),IF(ISNUMBER(proyeksi_tanggal_capai),"
        "IF(SUM(proyeksi_tanggal_capai)<=SUM(proyeksi_bebas),"
        '"Sebelum tanggal itu","SESUDAH tanggal itu"),""),"")'
    )
    rows.append(("Tercapai menurut laju", verdict, "", "teks", "lebih_dulu"))
    for label, rank, level, bit, nama in rows:
        put(sheet, row, 0, 0, label, buku.gaya("kotak", "masuk"))
        for column, formula in ((1, rank), (2, level)):
            shown = f"={formula}" if formula else ""
            put(
                sheet,
                row,
                column,
                column,
                shown,
                buku.gaya("kotak", bit, "kiri", *(["bungkus"] if bit == "teks" else [])),
            )
        buku.name(f"proyeksi_{nama}", sheet, row, 1)
        row += 1
    wrong = f'=LEFT($B${row},7)="SESUDAH"'
    sheet.conditional_format(
        row - 1, 1, row - 1, 1, {"type": "formula", "criteria": wrong, "format": buku.gaya("merah")}
    )
    if not jabatan.punya(BebasSementara):
        put(sheet, row, 0, _LAST, str(jabatan.tanpa(BebasSementara)), buku.gaya("samar", "kecil"))
        row += 1
    return row + 1


def _semua_unsur() -> str:
    """Formula: the last of the days on which an unsur has what is required."""
    names = [f"proyeksi_tercapai_{nama}" for nama in ("kumulatif", "utama", "profesi")]
    words = "tidak, dengan laju ini"
    texts = ",".join(f'{nama}="{words}"' for nama in names)
    return f'IF(COUNT({",".join(names)})=0,"",IF(OR({texts}),"{words}",MAX({",".join(names)})))'


def _bebas(jabatan: Jabatan) -> str:
    """Formula: the day of the suspension, where the text has the rule for this golongan ruang."""
    if not jabatan.punya(BebasSementara):
        return '"tidak ada dalam naskah"'
    yearly = {row.golongan for row in jabatan.baris(Tahunan)} if jabatan.punya(Tahunan) else set()
    ruled = [
        each.kode
        for level in jabatan.jenjang
        for each in level.golongan
        if each.kode not in yearly
        and any(di_antara(each.kode, row.golongan_dari, row.golongan_sampai) for row in jabatan.baris(BebasSementara))
    ]
    both = "AND(ISNUMBER(tmt_golongan),ISNUMBER(tmt_jabatan))"
    day = f'IF({both},TANGGAL_BEBAS_SEMENTARA(MAX(tmt_golongan,tmt_jabatan),golongan,jabatan),"isi kedua TMT")'
    other = '"kewajiban setiap tahun"' if yearly else '"tidak disebut"'
    rest = f'IF(OR({_salah_satu("golongan", sorted(yearly))}),{other},"tidak disebut naskah")' if yearly else other
    return f'IF(golongan="","",IF(OR({_salah_satu("golongan", ruled)}),{day},{rest}))'


def _salah_satu(nama: str, words: list[str]) -> str:
    return ",".join(f'{nama}="{word}"' for word in words)
