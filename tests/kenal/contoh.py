"""Invented contents of forms, and the usual layout of each kind."""

from __future__ import annotations

from gaya import Gaya, Simpul

UTAMA: Simpul = (
    "UNSUR UTAMA",
    [
        (
            "Pendidikan",
            [("Pendidikan sekolah", [("Doktor (S3)", []), ("Magister (S2)", [])]), ("Diklat prajabatan", [])],
        ),
        (
            "Pelaksanaan pengujian",
            [
                ("Persiapan", [("Menyusun rencana", []), ("Menyiapkan alat", []), ("Menyiapkan bahan", [])]),
                ("Pengambilan contoh", [("Mengambil contoh di lapangan", []), ("Mencatat hasil", [])]),
            ],
        ),
        ("Pengembangan profesi", [("Menulis karya ilmiah", []), ("Menerjemahkan buku", [])]),
    ],
)
PENUNJANG: Simpul = (
    "UNSUR PENUNJANG",
    [("Penunjang tugas", [("Mengikuti seminar", []), ("Menjadi anggota organisasi profesi", [])])],
)
TOTAL = "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG"
BUTIR = ["Menguji contoh secara kimia", "Mengalibrasi neraca", "Menyusun laporan triwulan", "Jumlah sel dihitung ulang"]
ORANG = {
    "nama": "Pegawai Contoh",
    "nip": "198501012010012999",
    "karpeg": "X 000001",
    "pangkat": "Penata, III/c",
    "unit_kerja": "Balai Contoh",
}
LABEL = {
    "nama": "Nama",
    "nip": "NIP",
    "karpeg": "Nomor Seri KARPEG",
    "pangkat": "Pangkat/Golongan Ruang/TMT",
    "unit_kerja": "Unit Kerja",
    "jabatan": "Jabatan/TMT",
}
JUDUL = {
    "no": "NO",
    "kode": "KODE",
    "uraian": "UNSUR, SUB UNSUR DAN BUTIR KEGIATAN",
    "satuan": "SATUAN HASIL",
    "volume": "VOLUME",
    "ak_satuan": "ANGKA KREDIT SATUAN",
    "jumlah_ak": "JUMLAH ANGKA KREDIT",
    "tanggal": "TANGGAL",
    "bukti": "KETERANGAN/ BUKTI FISIK",
    "keterangan": "KETERANGAN",
    "pelaksana": "PELAKSANA",
    "lama": "LAMA",
    "baru": "BARU",
    "jumlah": "JUMLAH",
}
ENAM = [(isi, pihak) for pihak in ("pengusul", "tim") for isi in ("lama", "baru", "jumlah")]
DUPAK = Gaya(
    "dupak", [("no", ""), ("uraian", ""), *ENAM], JUDUL, label=LABEL, judul_form="DAFTAR USUL PENETAPAN ANGKA KREDIT"
)
_SPMK = [(isi, "") for isi in ("no", "uraian", "tanggal", "satuan", "volume", "ak_satuan", "jumlah_ak", "bukti")]
JUDUL_SPMK = JUDUL | {"uraian": "Uraian Kegiatan", "volume": "Jumlah Volume Kegiatan", "ak_satuan": "Angka Kredit"}
SPMK = Gaya(
    "surat_pernyataan",
    _SPMK,
    JUDUL_SPMK | {"no": "No", "jumlah_ak": "Jumlah Angka Kredit"},
    label=LABEL,
    angka=("1",),
    judul_form="SURAT PERNYATAAN MELAKUKAN KEGIATAN PENGUJIAN",
)
PAK = Gaya(
    "pak",
    [(isi, "") for isi in ("no", "uraian", "lama", "baru", "jumlah", "keterangan")],
    JUDUL | {"uraian": "UNSUR YANG DINILAI"},
    label=LABEL,
    judul_form="PENETAPAN ANGKA KREDIT",
)
