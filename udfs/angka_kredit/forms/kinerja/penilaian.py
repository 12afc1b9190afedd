"""The sheet Penilaian: one row a year; the nilai kinerja makes its credit from what a year asks at least."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ..kolom import POSITIF, Kolom, bulat, validasi
from ..style import isi, put
from .buku import TIGA, Buku

NAMA = "Penilaian"
FIRST, COUNT = 5, 10
LAST = FIRST + COUNT - 1
BERES = "Beres"
NO = Kolom("no", "NO", 5, ("tengah",), num_format="0")
DIISI = (
    Kolom(
        "tahun",
        "TAHUN",
        9,
        ("tengah",),
        "Tahun penilaian, misalnya 2020.",
        num_format="0",
        aturan=bulat(1990, 2099, "Isi tahun, misalnya 2020."),
    ),
    Kolom(
        "nilai",
        "NILAI\nKINERJA",
        10,
        ("tengah",),
        "Nilai kinerja (prestasi kerja) setahun, seperti ditetapkan.",
        num_format="0.##",
        aturan=POSITIF,
    ),
    Kolom(
        "minimal",
        "AK MINIMAL\nSETAHUN",
        12,
        ("volume",),
        "Kosong: yang pada lembar Data. Isi bila tahun ini lain.",
        num_format=TIGA,
        aturan=POSITIF,
    ),
    Kolom("bukti", "BUKTI", 34, ("bungkus",), "Dokumen penilaian prestasi kerja."),
)
TERHITUNG = (
    Kolom("persen", "PROSENTASE", 12, ("tengah",), num_format="0%"),
    Kolom("dipakai", "AK MINIMAL\nDIPAKAI", 12, ("volume",), num_format=TIGA),
    Kolom("ak", "ANGKA\nKREDIT", 12, ("volume",), num_format=TIGA),
    Kolom("hasil", "JUMLAH", 12, ("volume",), num_format=TIGA),
    Kolom("periksa", "PERIKSA", 46, ("bungkus",)),
)
KOLOM = (NO, *DIISI, *TERHITUNG)
NOMOR = {kolom.nama: number for number, kolom in enumerate(KOLOM)}


def write(buku: Buku, sheet: Worksheet, catatan: str) -> None:
    buku.page(sheet, landscape=True)
    put(sheet, 0, 0, len(KOLOM) - 1, f"Penilaian kinerja {buku.nama}", buku.gaya("tebal", "judul"))
    put(sheet, 1, 0, len(KOLOM) - 1, catatan, buku.gaya("samar", "bungkus", indent=0))
    sheet.set_row(1, 26)
    put(sheet, FIRST - 2, 0, 0, "", buku.gaya("kepala"))
    put(sheet, FIRST - 2, 1, len(DIISI), "DIISI", buku.gaya("kepala", "kecil"))
    put(sheet, FIRST - 2, len(DIISI) + 1, len(KOLOM) - 1, "TERISI SENDIRI", buku.gaya("kepala", "kecil"))
    for column, kolom in enumerate(KOLOM):
        sheet.set_column(column, column, kolom.lebar)
        put(sheet, FIRST - 1, column, column, kolom.judul, buku.gaya("kepala", "kecil"))
    sheet.set_row(FIRST - 1, 28)
    for number in range(COUNT):
        _row(buku, sheet, FIRST + number, number)
    _total(buku, sheet)
    for nama, column in NOMOR.items():
        buku.name(f"penilaian_{nama}", sheet, FIRST, column, LAST)
    for kolom in DIISI:
        validasi(sheet, NOMOR[kolom.nama], kolom, FIRST, LAST)
    cell = f"{_huruf('periksa')}{FIRST + 1}"
    alarm = {"type": "formula", "criteria": f'=AND({cell}<>"",{cell}<>"{BERES}")', "format": buku.gaya("merah")}
    sheet.conditional_format(FIRST, NOMOR["periksa"], LAST, NOMOR["periksa"], alarm)
    sheet.freeze_panes(FIRST, 0)


def _huruf(nama: str) -> str:
    return str(xl_col_to_name(NOMOR[nama]))


def _row(buku: Buku, sheet: Worksheet, row: int, number: int) -> None:
    given = buku.isi.penilaian[number] if number < len(buku.isi.penilaian) else None
    tahun, nilai, minimal, dipakai, ak = (
        f"{_huruf(n)}{row + 1}" for n in ("tahun", "nilai", "minimal", "dipakai", "ak")
    )
    formulas = {
        "persen": f'IF(ISNUMBER({ak}),ROUND({ak}/{dipakai},9),"")',
        "dipakai": f'IF({nilai}="","",IF({minimal}<>"",{minimal},IF(ak_minimal="","",ak_minimal)))',
        "ak": f'IF({nilai}="","",IF({dipakai}="",#VALUE!,AK_NILAI_KINERJA({nilai},{dipakai})))',
        "hasil": f'IF({nilai}="","",SUM(pak_lama_jumlah,{_huruf("ak")}${FIRST + 1}:{ak}))',
        "periksa": f'IF({nilai}="",IF({tahun}="","","Isi nilai kinerja"),'
        f'IF({dipakai}="","Isi angka kredit minimal setahun",'
        f'IF(ISERROR({ak}),"Nilai kinerja tidak masuk rentang mana pun: isi nilai yang ditetapkan",'
        f'IF({tahun}="","Isi tahun",IF(COUNTIF(penilaian_tahun,{tahun})>1,"Tahun ganda","{BERES}")))))',
    }
    for column, kolom in enumerate(KOLOM):
        look = {"num_format": kolom.num_format} if kolom.num_format else {}
        if kolom.petunjuk:
            value = getattr(given, kolom.nama) if given else None
            isi(sheet, row, column, value, buku.gaya("kotak", *kolom.bits, "isian", **look))
        else:
            value = number + 1 if kolom is NO else f"={formulas[kolom.nama]}"
            put(sheet, row, column, column, value, buku.gaya("kotak", *kolom.bits, **look))
    sheet.set_row(row, 24)


def _total(buku: Buku, sheet: Worksheet) -> None:
    put(sheet, LAST + 1, 0, NOMOR["ak"] - 1, "JUMLAH", buku.gaya("kotak", "tebal", "tengah", "abu"))
    look = buku.gaya("kotak", "tebal", "abu", "volume", num_format=TIGA)
    put(sheet, LAST + 1, NOMOR["ak"], NOMOR["ak"], "=SUM(penilaian_ak)", look)
    buku.name("penilaian_jumlah", sheet, LAST + 1, NOMOR["ak"])
