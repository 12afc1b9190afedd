"""The buttons, in their order: what stands on them, and which module does it. Ribbon and menus are made from this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from .host import Host

KELOMPOK = ("Formulir", "Hitung", "Peraturan", "Bantuan")


@dataclass(frozen=True)
class Tindakan:
    """One button. `kunci` is its module and its macro; `ikon` is an image of Excel's own (imageMso)."""

    kunci: str
    kelompok: str
    label: str
    tip: str  # what it does, at most 255 characters
    ikon: str
    di_lembar: bool = False  # also a button on the sheet Data of a form with buttons

    @property
    def kerjakan(self) -> Callable[[Host], None]:
        """Its handler, loaded when first asked for: what one button needs is no burden to the others."""
        handler: Callable[[Host], None] = import_module(f".{self.kunci}", __package__).kerjakan
        return handler


TINDAKAN = (
    Tindakan(
        "buat_formulir",
        "Formulir",
        "Buat Formulir",
        "Membuat formulir baru: pilih jabatan dan jenjang, tentukan tempatnya, lalu formulirnya dibuka.",
        "FileNew",
    ),
    Tindakan(
        "isi_otomatis",
        "Formulir",
        "Isi Otomatis",
        "Mengisi formulir yang terbuka dari tabel pegawai dan kegiatan. Isian yang diketik tidak ditimpa tanpa izin.",
        "TableAutoFormat",
        di_lembar=True,
    ),
    Tindakan(
        "pasang_rumus",
        "Formulir",
        "Pasang Rumus",
        "Memasang rumus ke DUPAK, surat pernyataan, dan PAK buatan instansi sendiri; rencananya ditunjukkan dahulu.",
        "AutoSum",
    ),
    Tindakan(
        "bekukan",
        "Formulir",
        "Bekukan Salinan",
        "Membuat salinan untuk penerima tanpa Angka Kredit: fungsinya menjadi nilai, dasarnya di lembar tersendiri.",
        "PasteValues",
    ),
    Tindakan(
        "hitung_ulang",
        "Hitung",
        "Hitung Ulang",
        "Menghitung ulang seluruh buku kerja yang terbuka dan menunjukkan sel yang nilainya berubah.",
        "CalculateNow",
        di_lembar=True,
    ),
    Tindakan(
        "hitung_folder",
        "Hitung",
        "Hitung Ulang Folder",
        "Menghitung ulang semua buku kerja dalam sebuah folder; hasil dan laporannya di folder lain.",
        "CalculateSheet",
    ),
    Tindakan(
        "periksa",
        "Hitung",
        "Periksa",
        "Menunjukkan yang perlu diperhatikan dalam buku kerja ini; tidak ada sel yang diubah.",
        "ErrorChecking",
        di_lembar=True,
    ),
    Tindakan(
        "jelaskan_sel",
        "Hitung",
        "Jelaskan Sel",
        "Menjelaskan sel yang dipilih: cara menghitungnya, pasal yang dipakai, atau sebab galatnya.",
        "FunctionWizard",
    ),
    Tindakan(
        "perbaiki_rumus",
        "Hitung",
        "Perbaiki Rumus",
        "Memasukkan ulang rumus Angka Kredit yang menunjukkan #NAME? atau terkait ke komputer lain.",
        "RefreshAll",
    ),
    Tindakan(
        "impor_lampiran",
        "Peraturan",
        "Impor Lampiran",
        "Mengambil angka kredit per butir dari tabel Lampiran milik Anda (.xlsx atau .csv), baris demi baris.",
        "ImportExcel",
    ),
    Tindakan(
        "dasar_hukum",
        "Peraturan",
        "Dasar Hukum",
        "Menunjukkan daftar pasal yang dipakai untuk jabatan pada buku kerja ini.",
        "Bibliography",
    ),
    Tindakan(
        "bantuan",
        "Bantuan",
        "Bantuan",
        "Menunjukkan versi, arti setiap tombol, dan letak catatan (log) untuk dikirim kepada pengelola.",
        "Help",
    ),
)


def tindakan(kunci: str) -> Tindakan:
    """The action of this key; KeyError where there is none."""
    return {each.kunci: each for each in TINDAKAN}[kunci]
