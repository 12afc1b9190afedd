"""Section III of the PAK: whether the credit suffices, the signature, and who receives it."""

from __future__ import annotations

from ...regulations.tabel import Komposisi, ProfesiMinimal
from ..book import Buku
from ..grid import dated, shown
from ..rumus import salah_satu
from . import muat
from .data_tabel import Tembusan
from .kertas import BARIS, SELA, Kertas
from .pengangkatan import BERES, periksa, tim

NO, HURUF, URAIAN, TITIK, NILAI, LAMA, BARU, JUMLAH = range(8)
_PANGKAT = "INDEX(daftar_pangkat,MATCH(tujuan,daftar_golongan,0))"
_SIZE = 10


def tulis(kertas: Kertas) -> None:
    _kekurangan(kertas)
    _pertimbangan(kertas)
    kertas.tanda(muat.pak().tanda, (NO, TITIK), (NILAI, JUMLAH))
    penerima(kertas)


def penerima(kertas: Kertas) -> None:
    """Who receives the original, and who a copy."""
    data, id_ = muat.pak(), kertas.buku.jabatan.id
    kertas.maju(SELA)
    _daftar(kertas, data.kata.asli, [each for each in data.asli if id_ in each.jabatan], numbered=False)
    _daftar(kertas, data.kata.tembusan, [each for each in data.tembusan if id_ in each.jabatan], numbered=True)


def _kekurangan(kertas: Kertas) -> None:
    """Beside the page: what is short of the golongan aimed at, by each rule that the text has."""
    jabatan = kertas.buku.jabatan
    total = "KEKURANGAN_AK(ROUND(tim_jumlah_semua,9),tujuan,jabatan)"
    kertas.bantu("pak_kurang_kumulatif", "Kekurangan angka kredit kumulatif", _bila_ada(total), "ak", "kiri")
    names = ["pak_kurang_kumulatif"]
    if jabatan.punya(Komposisi):
        school = tim(muat.jumlah("pendidikan", kertas.buku))
        need = "AK_UTAMA_MINIMAL(tujuan,ijazah,jabatan)"
        short = f"ROUND(MAX(0,{need}-(tim_jumlah_utama-{school})),9)"
        formula = _bila_ada(f'IF(ijazah="","",{short})')
        kertas.bantu("pak_kurang_utama", "Kekurangan unsur utama di luar ijazah", formula, "ak", "kiri")
        names.append("pak_kurang_utama")
    if jabatan.punya(ProfesiMinimal):
        kertas.bantu("pak_kurang_profesi", "Kekurangan pengembangan profesi", _profesi(kertas.buku), "ak", "kiri")
        names.append("pak_kurang_profesi")
    unknown = ",".join(f'{name}=""' for name in names)
    formula = f'=IF(OR({unknown}),"",MAX({",".join(names)}))'
    kertas.bantu("pak_kurang", "Kekurangan (0: dapat dipertimbangkan)", formula, "ak", "kiri")
    checks = [
        ('kegiatan_peringatan<>""', "kegiatan_peringatan"),
        ("ROUND(tim_jumlah_semua,9)=0", '""'),
        (
            "ROUND(pak_jumlah-tim_jumlah_semua,9)<>0",
            '"Jumlah PAK tidak sama dengan jumlah menurut Tim Penilai pada DUPAK"',
        ),
        ('tujuan=""', '"Isi golongan ruang, atau yang dituju, pada lembar Data"'),
        *([('ijazah=""', '"Isi ijazah pada lembar Data"')] if jabatan.punya(Komposisi) else []),
    ]
    periksa(kertas, "pak_periksa", checks)


def _profesi(buku: Buku) -> str:
    """0 for a golongan of which the text asks none."""
    asked = salah_satu("tujuan", [rule.golongan for rule in buku.jabatan.baris(ProfesiMinimal)])
    have = tim(muat.jumlah("profesi", buku))
    short = f"ROUND(MAX(0,AK_PROFESI_MINIMAL(tujuan,jabatan)-{have}),9)"
    return _bila_ada(f"IF(OR({asked}),{short},0)")


def _bila_ada(formula: str) -> str:
    """The formula where there is a golongan ruang to aim at, and credit. One IF in another: the credit may be an error,
    and of OR(TRUE,error) not every program makes the same."""
    return f'=IF(tujuan="","",IF(ROUND(tim_jumlah_semua,9)=0,"",{formula}))'


def _pertimbangan(kertas: Kertas) -> None:
    """The word that does not hold is struck out, live; neither while something is still to be put right."""
    kata, row = muat.pak().kata, kertas.row
    kertas.sel(NO, NO, "III", "kepala", font_size=_SIZE)
    kertas.sel(HURUF, URAIAN, kata.dapat, "kanan", "tebal", "atas", font_size=_SIZE)
    kertas.sel(TITIK, TITIK, "/", "tengah", "tebal", "atas", font_size=_SIZE)
    kertas.sel(NILAI, NILAI, kata.tidak_dapat, "kiri", "tebal", "atas", font_size=_SIZE)
    kertas.sel(LAMA, JUMLAH, kata.dipertimbangkan, "kiri", "tebal", "atas", "tepi_kanan", font_size=_SIZE)
    for first, last, wrong in ((HURUF, URAIAN, "pak_kurang>0"), (NILAI, NILAI, "pak_kurang=0")):
        known = f'AND(pak_periksa="{BERES}",ISNUMBER(pak_kurang),{wrong})'
        kertas.buku.gaya.coret(kertas.sheet, row, first, last, known)
    kertas.maju(18)
    jenjang = 'nama_jabatan&" "&JENJANG_DARI_GOLONGAN(tujuan,jabatan,kategori)'
    rows = (
        (kata.dalam_jabatan, f'=IF(tujuan="","",{jenjang})', ""),
        (kata.pangkat, f'=IF(tujuan="","",{_PANGKAT}&" / "&tujuan)', ""),
        (kata.tmt, shown("pak_tmt"), dated("")),
    )
    for label, formula, form in rows:
        low = ("alas",) if label == kata.tmt else ()
        kertas.sel(NO, NO, "", "tepi", *low)
        kertas.sel(HURUF, URAIAN, label, *low, indent=1, font_size=_SIZE)
        kertas.sel(TITIK, TITIK, ":", "tengah", *low, font_size=_SIZE)
        kertas.sel(NILAI, JUMLAH, formula, "kiri", "tepi_kanan", *low, num_format=form or "@", font_size=_SIZE)
        kertas.maju(16)
    kertas.sel(NO, NILAI, kata.coret, "kecil", "miring", font_size=8)
    undecided = f'=IF(OR(pak_periksa="",pak_periksa="{BERES}"),"","{kata.belum}")'
    kertas.sel(LAMA, JUMLAH, undecided, "kanan", "merah", font_size=8)
    kertas.maju(BARIS)


def _daftar(kertas: Kertas, title: str, rows: list[Tembusan], *, numbered: bool) -> None:
    kertas.sel(NO, JUMLAH, title, font_size=9)
    kertas.maju(13)
    for number, each in enumerate(rows, 1):
        kertas.sel(NO, JUMLAH, f"{number}. {each.teks}" if numbered else each.teks, font_size=9)
        kertas.maju(13)
