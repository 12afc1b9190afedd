"""The columns of the sheet Kegiatan: their letters, headings, widths, and what the officer types."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from .kolom import ANGKA, HARI, Kolom

FIRST, COUNT = 5, 100  # row 6 on the sheet is the first activity
LAST = FIRST + COUNT - 1


DIISI = (
    Kolom("tanggal", "TANGGAL", 16, ("tanggal",), "Tanggal kegiatan, di dalam masa penilaian.", aturan=HARI),
    Kolom("kode", "KODE\nBUTIR", 15, ("masuk",), "Kode butir dari lembar Lampiran.", "lampiran_kode"),
    Kolom("volume", "VOLUME", 8, ("volume",), "Jumlah volume kegiatan.", aturan=ANGKA),
    Kolom(
        "porsi",
        "PORSI\nPENULIS",
        8,
        ("persen",),
        "Hanya karya tulis bersama, misalnya 60%. Kosong berarti semua.",
        aturan=ANGKA,
    ),
    Kolom("bukti", "BUKTI FISIK", 24, ("bungkus",), "Nama bukti fisik yang dilampirkan."),
    Kolom("penugasan", "NOMOR SURAT\nPENUGASAN", 16, ("bungkus",), "Wajib untuk butir jenjang di atas/di bawah."),
)
TANPA_KODE = (
    Kolom("sub_ketik", "SUB\nUNSUR", 7, ("tengah",), "Kode sub unsur dari lembar Daftar, misalnya U2a.", "daftar_sub"),
    Kolom("uraian_ketik", "URAIAN KEGIATAN", 32, ("bungkus",), "Uraian; bila berkode, yang diketik di sini dipakai."),
    Kolom("satuan_ketik", "SATUAN\nHASIL", 11, ("bungkus",), "Misalnya Laporan."),
    Kolom(
        "ak_ketik",
        "ANGKA KREDIT\nSATUAN",
        11,
        ("ak",),
        "Angka kredit satu satuan; hanya untuk kegiatan tanpa kode.",
        aturan=ANGKA,
    ),
    Kolom(
        "jenjang_ketik",
        "JENJANG\nBUTIR",
        12,
        ("masuk",),
        "Hanya tanpa kode, bila butirnya milik jenjang lain.",
        "daftar_jenjang",
    ),
    Kolom(
        "baris_ketik",
        "BARIS\nDUPAK",
        7,
        ("tengah",),
        "Kosong: terpilih sendiri. Yang diketik didahulukan.",
        "daftar_baris",
    ),
)
TERHITUNG = (
    Kolom("periksa", "PERIKSA", 30, ("bungkus",)),
    Kolom("uraian", "URAIAN", 36, ("bungkus",)),
    Kolom("satuan", "SATUAN\nHASIL", 11, ("bungkus",)),
    Kolom("ak_satuan", "ANGKA KREDIT\nSATUAN", 11, ("ak",)),
    Kolom("faktor", "FAKTOR", 7, ("persen",)),
    Kolom("ak", "ANGKA\nKREDIT", 10, ("ak", "tebal")),
    Kolom("baris", "BARIS\nDUPAK", 7, ("tengah",)),
)
PEMBANTU = tuple(
    Kolom(nama, nama.upper(), 9, ("samar", "kecil"))
    for nama in (
        "dikenal",  # ya or tidak: whether the kode stands in Lampiran
        "jenjang_butir",  # whose butir it is; '?' for a word that is no jenjang of this ladder
        "letak",  # the sub unsur that it goes to, or the block
        "tetap",  # the line that a butir of the own jenjang has
        "kunci",  # equal for activities that share a line
        "kunci_ketik",  # the same, of rows whose line was typed
        "pertama",  # the first row with this kunci
        "baru",  # letak, where a new line is needed here
        "urutan",  # the how-manieth new line of its letak
        "calon",  # that line; once all are taken the last free one of its letak, else its last: it is shared
        "sub_baris",  # of the line in the end: its sub unsur,
        "butir_baris",  # the butir that it belongs to ('-': none),
        "uraian_baris",  # and the uraian that the DUPAK shows there
        "bukti_teks",  # bukti fisik, where it is text
        "ganda",  # equal for activities that are entered twice
        "kembar",  # the first row with this ganda
        "surat",  # which surat pernyataan lists it: P, T, R, N
        "nomor_surat",  # its row there
        "urut",  # both: T3
        "arah",  # atas or bawah, of a butir of another jenjang
        "lain",  # the line, where it shows the uraian of an earlier row of something else
        "galat",  # the line whose credit is an error
        "salah_butir",  # the first thing wrong with the butir or its credit, in words; with the line; with the rest
        "salah_baris",
        "salah_isian",
    )
)
NO = Kolom("no", "NO", 5, ("tengah",))
KOLOM = (NO, *DIISI, *TERHITUNG, *TANPA_KODE, *PEMBANTU)  # printed up to TERHITUNG
HURUF = {kolom.nama: xl_col_to_name(number) for number, kolom in enumerate(KOLOM)}
NOMOR = {kolom.nama: number for number, kolom in enumerate(KOLOM)}
