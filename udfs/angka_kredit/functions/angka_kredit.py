"""ANGKA_KREDIT(butir; volume; jenjang; jabatan; [jenjang_butir]; [porsi]; [pembulatan])"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from ..errors import unknown
from ..positions import find_jabatan, find_jenjang
from ..regulations.load import pembulatan as load_pembulatan
from ..regulations.schema import Butir, Jabatan
from ..regulations.tabel import BatasJenjang, ButirSemuaJenjang, Dasar, FaktorJenjang, PorsiPenulis
from ..rounding import DEFAULT, POLICIES
from ..rules.angka_kredit import Kredit, angka_kredit, find_butir, owners, unknown_butir
from ..rules.faktor_jenjang import in_words
from ..rules.hasil import Berdasar
from ..rules.porsi_penulis import SENDIRI
from ..words import indonesian
from . import convert
from .argumen import JABATAN, JENJANG
from .kata import sumber
from .registry import KATALOG, Argumen, Fungsi, Seri


def hitung(
    butir: str | Decimal,
    volume: Decimal,
    jenjang: str,
    jabatan: str,
    jenjang_butir: str | None,
    porsi: Decimal | None,
    pembulatan: str | None,
) -> Kredit:
    found = find_jabatan(jabatan)
    return angka_kredit(
        found,
        _butir(found, butir),
        volume,
        find_jenjang(found.id, jenjang),
        find_jenjang(found.id, jenjang_butir) if jenjang_butir else None,
        SENDIRI if porsi is None else porsi,
        _policy(pembulatan),
    )


def jelaskan(hasil: Kredit) -> list[str]:
    factors = [indonesian(hasil.satuan), indonesian(hasil.volume), _persen(hasil.faktor.nilai)]
    if hasil.porsi.nilai != SENDIRI:
        factors.append(_persen(hasil.porsi.nilai))
    exact = hasil.satuan * hasil.volume * hasil.faktor.nilai * hasil.porsi.nilai
    lines = [f"ANGKA_KREDIT = {' x '.join(factors)} = {indonesian(exact)}."]
    if hasil.butir:
        lines += _with_source(f"Angka kredit satuan {hasil.butir.kode}.", hasil.butir)
    else:
        lines.append("Angka kredit satuan diketik oleh pengisi; sumbernya tidak diperiksa.")
    words = _whose(hasil)
    lines += _with_source(f"Faktor {_persen(hasil.faktor.nilai)}: {words}.", hasil.faktor)
    if hasil.porsi.nilai != SENDIRI:
        lines += _with_source(f"Porsi penulis {_persen(hasil.porsi.nilai)}.", hasil.porsi)
    arti, aturan = _pembulatan()[hasil.pembulatan]
    if hasil.pembulatan == DEFAULT:
        return [*lines, f"{arti.capitalize()}."]
    rounded = f"{arti} menjadi {indonesian(hasil.nilai)}"
    return [*lines, *_with_source(f"Pembulatan '{hasil.pembulatan}': {rounded}.", aturan)]


def _whose(hasil: Kredit) -> str:
    if hasil.dianggap_sendiri:
        return f"jenjang butir tidak diisi, dianggap jenjang sendiri ({hasil.jenjang.nama})"
    if hasil.butir and hasil.butir.semua_jenjang:
        return "butir terbuka untuk semua jenjang"
    if hasil.butir and hasil.jenjang_butir not in hasil.butir.jenjang:
        return f"butir {hasil.butir.unsur.nama if hasil.butir.unsur else ''}, di luar tugas pokok menurut jenjang"
    words = in_words(hasil.jenjang, hasil.jenjang_butir)
    if hasil.butir and len(hasil.butir.jenjang) > 1 and hasil.jenjang_butir != hasil.jenjang:
        return f"{words}; butirnya milik {owners(hasil.butir)}, dipakai yang terdekat (bacaan kami)"
    return words


def _with_source(words: str, dasar: Berdasar) -> list[str]:
    first, *rest = sumber(dasar)
    return [f"{words} {first}", *rest]


def _butir(jabatan: Jabatan, given: str | Decimal) -> Butir | Decimal:
    if isinstance(given, Decimal):
        return given
    found = find_butir(jabatan, given)
    if found:
        return found
    if convert.looks_numeric(given):
        return convert.angka(given)
    raise unknown_butir(jabatan, given)


def _policy(given: str | None) -> str:
    if given is None:
        return DEFAULT
    word = "_".join(given.casefold().replace("_", " ").split())
    if word not in POLICIES:
        raise unknown("Pembulatan", given, POLICIES, "tidak ada peraturan yang menetapkan pembulatan")
    return word


def _persen(share: Decimal) -> str:
    return f"{indonesian(share * 100)}%"


@cache
def _pembulatan() -> dict[str, tuple[str, Dasar]]:
    return load_pembulatan()


KATALOG.add(
    Fungsi(
        nama="ANGKA_KREDIT",
        ringkas="Angka kredit satu kegiatan: angka kredit satuan x volume x faktor jenjang x porsi penulis.",
        argumen=(
            Argumen(
                "butir",
                convert.butir,
                "Kode butir kegiatan, atau angka kredit satuannya, misalnya 0,014",
                penanda_baris=True,
            ),
            Argumen("volume", convert.angka, "Jumlah volume kegiatan; kosong berarti 0"),
            JENJANG,
            JABATAN,
            Argumen(
                "jenjang_butir",
                convert.teks,
                "Jenjang pemilik butir bila angka kredit satuannya diketik; kosong berarti jenjang sendiri",
                wajib=False,
            ),
            Argumen("porsi", convert.angka_bukan_nol, "Porsi penulis, misalnya 0,6; kosong berarti 1", wajib=False),
            Argumen(
                "pembulatan",
                convert.pilihan,
                "tepat (bawaan), 3_ke_atas, 3, atau 2; diterapkan sekali pada hasil baris",
                wajib=False,
            ),
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran III; "
        "PermenPANRB 41/2012 Pasal 8, 9, 16 (nomor disimpulkan) dan 10",
        contoh='=ANGKA_KREDIT(0,014;1;"Ahli Muda";"pmb";"Ahli Madya")',
        hitung=hitung,
        jelaskan=jelaskan,
        seri=Seri(1, Kredit.sebanyak),
        aturan=(
            FaktorJenjang,
            BatasJenjang,
            ButirSemuaJenjang,
            PorsiPenulis,
        ),
    )
)
