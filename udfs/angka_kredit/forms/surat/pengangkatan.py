"""What decides an appointment: the credit that counts, the jenjang that it reaches, what speaks against it."""

from __future__ import annotations

from ...regulations.schema import Jabatan
from ...regulations.tabel import BatasUsia
from ..book import Buku
from ..rumus import pilih
from . import muat
from .kertas import Kertas

ALIH, LAIN = "alih kategori", "jabatan lain"
KEAHLIAN = "keahlian"
BERES = "Beres"


def nama(kunci: str) -> dict[str, str]:
    """The cells that the sentences call sk_ak and sk_jenjang."""
    return {"sk_ak": f"sk_{kunci}_ak", "sk_jenjang": f"sk_{kunci}_jenjang"}


def hitung(kertas: Kertas, kunci: str, cara: str) -> None:
    """The computed cells, beside the page."""
    ak, jenjang = nama(kunci).values()
    jabatan = kertas.buku.jabatan
    kertas.bantu(ak, "Angka kredit yang dihitung", _angka_kredit(kertas.buku, cara), "ak", "kiri")
    kategori = KEAHLIAN if cara == ALIH else kertas.buku.jenjang.kategori
    kertas.bantu(jenjang, "Jenjang menurut angka kredit", jenjang_tercapai(jabatan, ak, kategori))
    checks = [(f'{ak}=""', '""')]
    if cara == LAIN and jabatan.punya(BatasUsia):
        limit = f"sk_{kunci}_batas"
        formula = '=IF(tanggal_lahir="","",BATAS_USIA_PENGANGKATAN(tanggal_lahir,jabatan))'
        kertas.bantu(limit, "Keputusan paling lambat (usia)", formula, "kiri", "tanggal")
        late = f"AND(ISNUMBER({limit}),ISNUMBER(sk_tanggal),sk_tanggal>{limit})"
        checks.append((late, '"Tanggal keputusan melewati batas usia"'))
    if cara == ALIH:
        checks.append(('LEFT(golongan,3)="II/"', f'"{muat.pak_alih().kata.dinaikkan}"'))
    else:
        checks.append(
            (f"{jenjang}<>jenjang", f'"Jenjang menurut angka kredit: "&{jenjang}&"; buku kerja ini: "&jenjang')
        )
    periksa(kertas, f"sk_{kunci}_periksa", checks)


def jenjang_tercapai(jabatan: Jabatan, ak: str, kategori: str) -> str:
    """Formula: the jenjang that the credit in this cell reaches, or words where it reaches none."""
    lowest = next(each for each in jabatan.jenjang if each.kategori == kategori).golongan[0].kode
    reached = f'JENJANG_DARI_AK(ROUND({ak},9),jabatan,"{kategori}")'
    return f'=IF({ak}="","",IF(ROUND({ak},9)<AK_KUMULATIF("{lowest}",jabatan),"(belum tercapai)",{reached}))'


def periksa(kertas: Kertas, name: str, checks: list[tuple[str, str]]) -> None:
    """A named cell with the first thing that is wrong, in words; red unless it is in order."""
    kertas.bantu(name, "Periksa", "=" + pilih(checks, f'"{BERES}"'))
    kertas.merah(f'=AND({name}<>"",{name}<>"{BERES}")')


def tim(names: tuple[str, ...]) -> str:
    """Formula part: the sum of these DUPAK totals according to the Tim Penilai."""
    return f"ROUND(SUM({','.join(f'tim_jumlah_{each}' for each in names)}),9)"


def _angka_kredit(buku: Buku, cara: str) -> str:
    if cara == ALIH:
        return '=IF(alih_jumlah="","",alih_jumlah)'
    education = tim((*muat.jumlah("pendidikan", buku), *muat.jumlah("diklat", buku)))
    rest = ",".join(tim(muat.jumlah(part, buku)) for part in ("tugas", "profesi", "penunjang"))
    return f'=IF(ROUND(tim_jumlah_semua,9)=0,"",AK_PENGANGKATAN("{cara}",{education},{rest},jabatan))'
