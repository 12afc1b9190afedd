"""The summary on the sheet Data: what is short for the next rank, by unsur, and what is still wrong; all live."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from ..regulations.tabel import Kelebihan, Komposisi, ProfesiMinimal, Tabel
from .book import Buku
from .proyeksi_rumus import unsur
from .rumus import menurut_ijazah, profesi_minimal
from .style import lines, put

LABEL, NILAI, PERLU, ADA, KURANG = range(5)
AKHIR = KURANG
JUDUL, UNSUR = "Ringkasan (terhitung sendiri)", "MENURUT UNSUR"  # the heads of the summary and of its table
_NOTE_LINE = 78  # small characters of a note that fit on a line
_TWO_LINES = 26  # points
_RULE_LINE = 54  # the same, in the column of the inputs
SEMUA_MASUK = "Semua kegiatan masuk DUPAK"
_NOT_OK = "Ada kegiatan yang belum masuk DUPAK: lihat kolom Periksa"
_WRONG = "Ada baris Kegiatan yang harus dibetulkan: lihat kolom Periksa"
LAMA_OK = "LAMA sama dengan PAK terakhir"
_LAMA_BEDA = "LAMA pada DUPAK berbeda dengan PAK terakhir: periksa kolom LAMA"
_LAMA_TANPA = "Isi jumlah angka kredit PAK terakhir, untuk dicocokkan dengan LAMA"
_LAMA_TEKS = "Jumlah PAK terakhir berupa teks: ketik ulang sebagai angka"
_TANPA_IJAZAH = "Isi ijazah di atas: tanpa ijazah yang disyaratkan belum diketahui."
_SEX = 'IF(ISNUMBER(MATCH(jenis_kelamin,daftar_jenis_kelamin,0)),jenis_kelamin,"")'
_NIP_OK = "PERIKSA_NIP = SESUAI"
_NIP = f"nip,tanggal_lahir,{_SEX}"


class Syarat(NamedTuple):
    """A row of the table: the names and the formulas of DISYARATKAN, ADA, KURANG; '' where there is none."""

    label: str
    nama: tuple[str, str, str]
    rumus: tuple[str, str, str]
    catatan: str


def write(buku: Buku, sheet: Worksheet, row: int) -> int:
    """Returns the next row."""
    row = judul(buku, sheet, row, JUDUL, "tebal", "abu", "kotak", "masuk")
    for label, value, note, nama in _words(buku):
        baris(buku, sheet, row, label, value, note, "teks")
        buku.name(nama, sheet, row, NILAI)
        _alarm(buku, sheet, row, nama)
        if nama == "pemeriksaan_nip":
            sheet.set_row(row, _TWO_LINES)  # the words of JELASKAN begin with what was found
        row += 1
    heads = (UNSUR, "KETERANGAN", "DISYARATKAN", "ADA", "KURANG")
    for column, text in enumerate(heads):
        put(sheet, row, column, column, text, buku.gaya("kepala", "kecil"))
    row += 1
    for label, names, formulas, note in _unsur(buku):
        put(sheet, row, LABEL, LABEL, label, buku.gaya("kotak", "masuk"))
        for column, nama, formula in zip((PERLU, ADA, KURANG), names, formulas, strict=True):
            put(sheet, row, column, column, formula, buku.gaya("kotak", "ak", *(["tebal"] if column == KURANG else [])))
            if nama:
                buku.name(nama, sheet, row, column)
        put(sheet, row, NILAI, NILAI, note, buku.gaya("kotak", "samar", "kecil", "bungkus"))
        sheet.set_row(row, max(15, 12 * lines(note, _RULE_LINE)))
        row += 1
    return row


def judul(buku: Buku, sheet: Worksheet, row: int, text: str, *bits: str) -> int:
    put(sheet, row, LABEL, AKHIR, text, buku.gaya(*bits))
    return row + 1


def baris(buku: Buku, sheet: Worksheet, row: int, label: str, value: str, note: str, *bits: str) -> None:
    """A label, its cell, and a note in the columns that the table of unsur uses."""
    put(sheet, row, LABEL, LABEL, label, buku.gaya("kotak", "masuk"))
    put(sheet, row, NILAI, NILAI, value, buku.gaya("kotak", *bits, "masuk", "bungkus"))
    put(sheet, row, PERLU, AKHIR, note, buku.gaya("samar", "kecil", "bungkus"))
    sheet.set_row(row, tinggi(note))


def tinggi(note: str) -> float:
    """Points of a row with this note."""
    return max(15, 12 * lines(note, _NOTE_LINE))


def _words(buku: Buku) -> list[tuple[str, str, str, str]]:
    """label, formula, note, name"""
    own = 'IF(ISNUMBER(MATCH(golongan_tujuan,daftar_golongan,0)),golongan_tujuan,"")'
    following = "INDEX(daftar_golongan,SUM(MATCH(golongan,daftar_golongan,0),1))"
    lowest, highest = buku.golongan[0].kode, buku.golongan[-1].kode
    target = f'=IF(golongan_tujuan<>"",{own},IF(OR(golongan="",golongan="{highest}"),"",IFERROR({following},"")))'
    level = "JENJANG_DARI_AK(ROUND(ak_jumlah,9),jabatan,kategori)"
    reached = f'IF(ROUND(ak_jumlah,9)<AK_KUMULATIF("{lowest}",jabatan),"belum tercapai",{level})'
    words = f'JELASKAN("PERIKSA_NIP",{_NIP})'  # in one cell, where PERIKSA_NIP itself answers a column
    nip = f'=IF(nip="","",IF(LEFT({words},{len(_NIP_OK)})="{_NIP_OK}","SESUAI",{words}))'
    lama = (
        f'=IF(pak_lama_jumlah="",IF(ROUND(dupak_lama_semua,9)=0,"","{_LAMA_TANPA}"),IF(ISTEXT(pak_lama_jumlah),'
        f'"{_LAMA_TEKS}",IF(ROUND(SUM(dupak_lama_semua)-SUM(pak_lama_jumlah),9)=0,"{LAMA_OK}","{_LAMA_BEDA}")))'
    )
    return [
        (
            "Golongan ruang yang dituju",
            target,
            "Yang diisi di bawah, atau satu tingkat di atas golongan sekarang.",
            "tujuan",
        ),
        (
            "Jenjang menurut jumlah angka kredit",
            f'=IF(ak_jumlah="","",{reached})',
            "Boleh berbeda dari pangkat.",
            "jenjang_tercapai",
        ),
        ("Pemeriksaan kegiatan", _check(), "", "pemeriksaan"),
        ("Pemeriksaan LAMA", lama, "", "pemeriksaan_lama"),
        (
            "Pemeriksaan NIP",
            nip,
            "Dicocokkan dengan tanggal lahir dan jenis kelamin; hanya peringatan.",
            "pemeriksaan_nip",
        ),
    ]


def _check() -> str:
    all_in = f'IF(ROUND(kegiatan_jumlah-dupak_baru_semua,9)=0,"{SEMUA_MASUK}","{_NOT_OK}")'
    return f'=IF(kegiatan_terisi=0,"",IF(kegiatan_beres<kegiatan_terisi,"{_WRONG}",{all_in}))'


def _unsur(buku: Buku) -> list[Syarat]:
    return [_kumulatif(), _utama(buku), _profesi(buku), _penunjang(buku), _kelebihan(buku)]


def _kumulatif() -> Syarat:
    need, short = '=IF(tujuan="","",AK_KUMULATIF(tujuan,jabatan))', "KEKURANGAN_AK(ROUND(ak_jumlah,9),tujuan,jabatan)"
    held = '=IF(ROUND(dupak_jumlah_semua,9)=0,"",dupak_jumlah_semua)'
    note = "Jumlah instansi pengusul (kolom 5 DUPAK) terhadap golongan yang dituju."
    names = ("ambang", "ak_jumlah", "kekurangan")
    return Syarat("Angka kredit kumulatif", names, (need, held, _if("ak_jumlah", short)), note)


def _utama(buku: Buku) -> Syarat:
    names = ("utama_minimal", "utama_ada", "kekurangan_utama")
    held = f"dupak_jumlah_utama-dupak_jumlah_{unsur(buku).sekolah}"
    formulas = _ruled(buku, Komposisi, names[0], held, menurut_ijazah("AK_UTAMA_MINIMAL", "tujuan"))
    note = _diploma(buku, "Paling sedikit, menurut ijazah yang diperhitungkan.")
    return Syarat("Unsur utama di luar ijazah", names, formulas, note)


def _profesi(buku: Buku) -> Syarat:
    names = ("profesi_minimal", "profesi_ada", "kekurangan_profesi")
    held = f"dupak_jumlah_{unsur(buku).profesi}"
    formulas = _ruled(buku, ProfesiMinimal, names[0], held, profesi_minimal(buku.jabatan, "tujuan"))
    note = "Paling sedikit, untuk golongan yang dituju; kosong: tidak disyaratkan."
    return Syarat("Pengembangan profesi", names, formulas, _note(buku, ProfesiMinimal, note))


def _penunjang(buku: Buku) -> Syarat:
    most = menurut_ijazah("AK_PENUNJANG_MAKSIMAL", "tujuan")
    need, held, _ = _ruled(buku, Komposisi, "", "dupak_jumlah_penunjang", most)
    note = _diploma(buku, "Yang dihitung untuk golongan yang dituju; selebihnya tidak menambah.")
    return Syarat("Unsur penunjang, paling banyak", ("penunjang_maksimal", "penunjang_ada", ""), (need, held, ""), note)


def _kelebihan(buku: Buku) -> Syarat:
    more = _if("ak_jumlah", "KELEBIHAN_AK(ROUND(ak_jumlah,9),tujuan,jabatan)")[1:]
    formula = f'=IF(tujuan="{buku.golongan[-1].kode}","",{more})' if buku.jabatan.punya(Kelebihan) else ""
    note = _note(buku, Kelebihan, "Di atas angka kredit golongan yang dituju.")
    return Syarat("Kelebihan untuk kenaikan berikutnya", ("", "kelebihan", ""), ("", formula, ""), note)


def _if(needed: str, formula: str) -> str:
    return f'=IF(tujuan="","",IF({needed}="","",{formula}))'


def _ruled(buku: Buku, kind: type[Tabel], nama: str, ada: str, needed: str) -> tuple[str, str, str]:
    """DISYARATKAN, ADA, KURANG; nothing is required where the jabatan's text has no such rule."""
    have = f"=ROUND({ada},9)"
    if not buku.jabatan.punya(kind):
        return "", have, ""
    short = f'=IF({nama}="","",ROUND(MAX(0,{nama}-ROUND({ada},9)),9))'
    return f"={needed}", have, short


def _note(buku: Buku, kind: type[Tabel], words: str) -> str:
    return words if buku.jabatan.punya(kind) else str(buku.jabatan.tanpa(kind))


def _diploma(buku: Buku, words: str) -> str:
    """Formula: the note, or what to fill in, for without the diploma nothing is known to be required."""
    if not buku.jabatan.punya(Komposisi):
        return _note(buku, Komposisi, words)
    return f'=IF(ISERROR(MATCH(ijazah,daftar_ijazah,0)),"{_TANPA_IJAZAH}","{words}")'


def _alarm(buku: Buku, sheet: Worksheet, row: int, nama: str) -> None:
    """Red words where something must be put right."""
    right: dict[str, Sequence[str]] = {
        "pemeriksaan": ("", SEMUA_MASUK),
        "pemeriksaan_lama": ("", LAMA_OK),
        "pemeriksaan_nip": ("", "SESUAI"),
    }
    if nama in right:
        wrong = ",".join(f'$B${row + 1}<>"{word}"' for word in right[nama])
        rule = {"type": "formula", "criteria": f"=AND({wrong})", "format": buku.gaya("merah")}
        sheet.conditional_format(row, NILAI, row, NILAI, rule)
