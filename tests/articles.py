"""Every rule of a jabatan stands at the place of its text where we say: typed from the three texts, rule by rule.

Short: '29(1)a' is Pasal 29 ayat (1) huruf a; 'IV.B.2.a' is that place of the Lampiran."""

from __future__ import annotations

Places = dict[str, dict[str, str]]

NAIK = {"ijazah": "12(1)", "angka kredit utama": "12(2)a", "angka kredit profesi": "13"}
CALON = {"ijazah": "27(1)a", "golongan": "27(1)b", "tahun prestasi baik": "27(1)d", "pemagangan": "30(1)"}
CALON |= dict.fromkeys(("lulus diklat", "lulus uji kompetensi"), "27(1)c; 30(1)")
BEBAS = ("golongan", "TMT terakhir", "tanggal diperiksa")
HENTI = ("dibebaskan karena angka kredit", "tanggal bebas sementara", "tanggal diperiksa")

ASSESSOR: Places = {
    "syarat naik_jabatan": NAIK
    | {
        "angka kredit": "29(1)a dan 12(1)",
        "masa kerja dalam jabatan": "29(1)b",
        "tahun prestasi baik": "29(1)c",
        "lulus uji kompetensi": "29(1)d; 30(2)",
        "diklat penjenjangan": "30(2)",
        "formasi tersedia": "29(1)e",
    },
    "syarat naik_pangkat": NAIK
    | {
        "angka kredit": "29(2)a dan 12(1)",
        "masa kerja dalam pangkat": "29(2)b",
        "tahun prestasi baik": "29(2)c",
        "syarat lain": "29(2)d",
        "kenaikan jabatan ditetapkan": "29(3)",
    },
    "syarat pertama": CALON
    | {"bidang ijazah sesuai": "27(1)a", "angka kredit": "27(2)-(3)", "formasi tersedia": "27(4); 31"},
    "syarat jabatan_lain": CALON
    | {
        "bidang ijazah sesuai": "28(1)a dan c; 27(1)a",
        "lulus seleksi": "28(1)b",
        "tanggal lahir": "28(1)d",
        "tanggal keputusan": "28(1)d",
        "formasi tersedia": "28(1)e; 31",
    },
    "syarat kembali 1": {"sebab": "34(1)", "golongan": "33(1)", "angka kredit": "34(1) dan (6)"},
    "syarat kembali 2": {"sebab": "34(1)", "golongan": "33(2)", "angka kredit setahun": "34(1)"},
    "syarat kembali 3": {"sebab": "34(2)", "putusan pengadilan membebaskan": "34(2)"},
    "syarat kembali 4": {"sebab": "34(3)", "tanggal lahir": "34(3)", "tanggal keputusan": "34(3)"},
    "syarat kembali 5": {"sebab": "34(4)", "diaktifkan kembali": "34(4)"},
    "syarat kembali 6": {"sebab": "34(5)", "tugas belajar selesai": "34(5)"},
    "syarat inpassing": {
        "tanggal keputusan": "38(6)",
        "tugas penilaian kompetensi": "38(1)",
        "ijazah": "38(2)a",
        "golongan": "38(2)b",
        "masa kerja": "38(2)c",
        "tahun prestasi baik": "38(2)d",
        "formasi tersedia": "38(4)",
        "rekomendasi": "38(5)",
    },
    "syarat bebas_sementara 1": dict.fromkeys((*BEBAS, "angka kredit"), "33(1)"),
    "syarat bebas_sementara 2": dict.fromkeys((*BEBAS, "angka kredit setahun"), "33(2)"),
    "syarat bebas_sementara 3": {"diberhentikan sementara": "33(3)a"},
    "syarat bebas_sementara 4": {"ditugaskan di luar": "33(3)b"},
    "syarat bebas_sementara 5": {"cuti di luar tanggungan negara": "33(3)c"},
    "syarat bebas_sementara 6": {"lama tugas belajar": "33(3)d"},
    "syarat diberhentikan 1": {"golongan": "35a dan 33(1)"} | dict.fromkeys((*HENTI, "angka kredit"), "35a"),
    "syarat diberhentikan 2": {"golongan": "35b dan 33(2)"} | dict.fromkeys((*HENTI, "angka kredit setahun"), "35b"),
    "syarat diberhentikan 3": {"hukuman disiplin berat": "35c", "penurunan pangkat atau jabatan": "35c"},
    "pejabat penetap": {
        "semua IV/b": "18a",
        "bkn III/b": "18b",
        "pusat III/b": "18c",
        "provinsi III/b": "18d",
        "kabupaten_kota III/b": "18e",
    },
    "pejabat tim": {
        "semua IV/b": "19a dan 18a",
        "bkn III/b": "19b dan 18b",
        "pusat III/b": "19c dan 18c",
        "provinsi III/b": "19d dan 18d",
        "kabupaten_kota III/b": "19e dan 18e",
    },
    "pejabat pengusul": {
        "bkn IV/b": "24a",
        "pusat IV/b": "24a",
        "provinsi IV/b": "24a",
        "kabupaten_kota IV/b": "24a",
        "bkn III/b": "24b",
        "pusat III/b": "24c",
        "provinsi III/b": "24d",
        "kabupaten_kota III/b": "24e",
    },
    "tim_pengganti Tim Penilai Instansi": dict.fromkeys(
        ("Tim Penilai Instansi lain yang terdekat", "Tim Penilai Unit Kerja", "Tim Penilai Pusat"), "21(1)"
    ),
    "tim_pengganti Tim Penilai Provinsi": dict.fromkeys(
        ("Tim Penilai Provinsi lain yang terdekat", "Tim Penilai Unit Kerja", "Tim Penilai Pusat"), "21(2)"
    ),
    "tim_pengganti Tim Penilai Kabupaten/Kota": dict.fromkeys(
        (
            "Tim Penilai Kabupaten/Kota lain terdekat",
            "Tim Penilai Provinsi lain yang terdekat",
            "Tim Penilai Unit Kerja",
            "Tim Penilai Pusat",
        ),
        "21(3)",
    ),
    "susunan_tim": {
        "seorang ketua": "20(2)a",
        "seorang wakil ketua": "20(2)b",
        "seorang sekretaris": "20(2)c",
        "paling_sedikit anggota": "20(2)d",
        "dari_unsur ketua": "20(2)a",
        "dari_unsur sekretaris": "20(3)",
        "dari_jabatan anggota": "20(4) dan (6)",
        "golongan": "20(5)a",
    },
    "faktor_jenjang": {
        "sendiri": "8(2)",
        "satu_di_atas": "10a",
        "satu_di_bawah": "10b",
        "dua_atau_lebih_di_bawah": "9a dan 10b",
    },
    "porsi_penulis": {"2": "16(1)a", "3": "16(1)b", "4": "16(1)c"},
    "unsur_pengangkatan": {"pertama": "27(2)-(3)", "jabatan_lain": "28(3) dan 11(2)-(3)"},
    "pengangkatan_kembali": {
        "angka_kredit": "34(1) dan (6); sebabnya 33(1)-(2)",
        "diberhentikan_sementara": "34(2) dan (7); sebabnya 33(3)a",
        "ditugaskan_di_luar": "34(3) dan (7); sebabnya 33(3)b",
        "cuti": "34(4) dan (7); sebabnya 33(3)c",
        "tugas_belajar": "34(5) dan (7); sebabnya 33(3)d",
    },
    "batas_usia": {"jabatan_lain": "28(1)d", "kembali": "34(3)"},
    "instansi": {"bkn": "18b", "pusat": "18c dan 24c", "provinsi": "18d", "kabupaten_kota": "18e"},
    "formasi": {"bkn": "32(2)a", "pusat": "32(2)b", "provinsi": "32(2)c", "kabupaten_kota": "32(2)d"},
    "profesi_minimal": {
        "III/c": "13(1)",
        "III/d": "13(2)",
        "IV/a": "13(3)",
        "IV/b": "13(4)",
        "IV/c": "13(5)",
        "IV/d": "13(6)",
        "IV/e": "13(7)",
    },
    "tahunan": {"IV/e": "15"},
    "bebas_sementara": {"III/b": "33(1)", "IV/e": "33(2)"},
    "tangga": {"": "6(2)-(3)"},
    "batas_jenjang": {"": "9a"},
    "butir_semua_jenjang": {"": "9"},
    "batas_penulis": {"": "16(2)"},
    "ambang": {"": "12(1)"},
    "penetapan_jenjang": {"": "6(4)-(6)"},
    "komposisi": {"": "12(2)"},
    "kelebihan": {"": "14(1)"},
    "tahun_kedua": {"": "14(2)"},
    "batas_penetapan": {"": "17(3)"},
    "pemberhentian": {"": "35a-b"},
    "masa_tim": {"": "22(1)-(2)"},
}

B_2 = {"ijazah": "IV.B.2.a", "bidang ijazah sesuai": "IV.B.2.a", "golongan": "IV.B.2.b"}
B_2 |= {"lulus diklat": "IV.B.2.c", "tahun prestasi baik": "IV.B.2.d"}
B_3 = {"ijazah": "IV.B.3.a", "bidang ijazah sesuai": "IV.B.3.a", "golongan": "IV.B.3.b"}
B_3 |= {"lulus diklat": "IV.B.3.c", "tahun prestasi baik": "IV.B.3.d"}
LAIN = {
    "pengalaman": "IV.C.1.b dan IV.C.2",
    "tanggal lahir": "IV.C.1.c",
    "tanggal usul": "IV.C.3",
    "tanggal keputusan": "IV.C.1.c dan IV.C.3",
}
TEAMS = {
    "semua IV/b": "VII.B.1.a dan VII.C.1.a",
    "kemendag II/a": "VII.B.1.b dan VII.C.2.a",
    "pusat II/a": "VII.B.1.c",
    "provinsi II/a": "VII.B.1.d",
    "kabupaten_kota II/a": "VII.B.1.e",
}

PMB: Places = {
    "syarat pertama keterampilan": {"formasi tersedia": "IV.B.1"} | B_2,
    "syarat pertama keahlian": {"formasi tersedia": "IV.B.1"} | B_3,
    "syarat jabatan_lain keterampilan": {label: f"IV.C.1.a dan {place}" for label, place in B_2.items()} | LAIN,
    "syarat jabatan_lain keahlian": {label: f"IV.C.1.a dan {place}" for label, place in B_3.items()} | LAIN,
    "syarat alih_kategori keahlian": {
        "ijazah": "V.3",
        "kualifikasi ijazah sesuai": "V.3.a",
        "golongan": "V.1",
        "lulus diklat": "V.3.b",
        "angka kredit": "V.3.c",
    },
    "pejabat penetap": TEAMS,
    "pejabat tim": TEAMS,
    "pejabat pengusul": {"semua II/a": "VI.A.1-2"},
    "susunan_tim": {
        "seorang ketua": "VII.B.3.a",
        "seorang wakil ketua": "VII.B.3.b",
        "seorang sekretaris": "VII.B.3.c",
        "paling_sedikit anggota": "VII.B.3.d",
        "genap anggota": "VII.B.5",
        "ada_unsur": "VII.B.2",
        "dari_unsur sekretaris": "VII.B.4",
        "dari_jabatan anggota": "VII.B.6-7",
        "golongan": "VII.B.8.a",
    },
    "faktor_jenjang": {"sendiri": "I.C.8 dan III.1", "satu_di_atas": "III.2.a", "satu_di_bawah": "III.2.b"},
    "unsur_pengangkatan": {"pertama": "II.B.4-5", "jabatan_lain": "IV.C.5-6"},
    "batas_usia": {"jabatan_lain": "IV.C.1.c dan IV.C.3"},
    "instansi": {
        "kemendag": "VII.B.1.b",
        "pusat": "VII.B.1.c",
        "provinsi": "VII.B.1.d",
        "kabupaten_kota": "VII.B.1.e",
    },
    "tangga": {"": "II.B.2-3"},
    "batas_jenjang": {"": "III.1"},
    "butir_semua_jenjang": {"": "III.1"},
    "ambang": {"": "II.B.4-5"},
    "penetapan_jenjang": {"": "II.B.4-5"},
    "alih_kategori": {"": "V.4"},
    "pengalaman_kumulatif": {"": "IV.C.2"},
    "batas_penetapan": {"": "VI.B.2"},
    "penilaian_tahunan": {"": "VI.B.1"},
    "batas_diklat": {"": "IV.B.4"},
    "batas_pengangkatan": {"": "IV.B.5"},
    "batas_usul": {"": "IV.C.3"},
    "masa_tim": {"": "VII.B.9-10"},
}

AMMI: Places = {
    "syarat naik_jabatan": {
        "angka kredit": "IV.A.1",
        "syarat lain menurut PermenPANRB 45/2014 (tidak ada di sini)": "I.C.13 dan 2",
    },
    "syarat naik_pangkat": {
        "angka kredit": "IV.A.2.a",
        "syarat lain menurut PermenPANRB 45/2014 (tidak ada di sini)": "I.C.13 dan 2",
    },
    "pejabat tim": {"semua III/a": "I.C.15"},
    "instansi": {"pusat": "I.C.6", "daerah": "I.C.7"},
    "kenaikan": {"Ahli Pertama": "IV.A.1.a", "Ahli Muda": "IV.A.1.b", "Ahli Madya": "IV.A.1.c", "III/a": "IV.A.2.a"},
    "tangga": {"": "II.A-B"},
}

TEXTS: dict[str, Places] = {"assessor": ASSESSOR, "pmb": PMB, "ammi": AMMI}
# articles whose heading the scan lost; a rujukan to one of them says that its number is inferred
