"""The regulations' numbers, typed. PMB: Perber 15/M-DAG/PER/1/2015 & 14/2015; Assessor: PermenPANRB 41/2012.

The scale of cumulative credit is that of PermenPANRB 9/2014 (Pustakawan) Lampiran III-VII and of PMB's own examples;
the jenjang with their golongan ruang are PMB Lampiran II.A-B and Assessor Pasal 6."""

from __future__ import annotations

from decimal import Decimal

PMB, ASSESSOR = "pmb", "assessor"
KETERAMPILAN, KEAHLIAN = "keterampilan", "keahlian"

PANGKAT = {
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
AMBANG = dict(zip(PANGKAT, map(Decimal, (25, 40, 60, 80, 100, 150, 200, 300, 400, 550, 700, 850, 1050)), strict=True))
IJAZAH = {"SMA": 25, "SMK": 25, "D.I": 25, "D.II": 40, "D.III": 60, "D.IV": 100, "S1": 100, "S2": 150, "S3": 200}
TANGGA: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {  # (jabatan, kategori) -> jenjang -> golongan ruang
    (PMB, KETERAMPILAN): {
        "Pemula": ("II/a",),
        "Terampil": ("II/b", "II/c", "II/d"),
        "Mahir": ("III/a", "III/b"),
        "Penyelia": ("III/c", "III/d"),
    },
    (PMB, KEAHLIAN): {
        "Ahli Pertama": ("III/a", "III/b"),
        "Ahli Muda": ("III/c", "III/d"),
        "Ahli Madya": ("IV/a", "IV/b", "IV/c"),
    },
    (ASSESSOR, KEAHLIAN): {
        "Pertama": ("III/b",),
        "Muda": ("III/c", "III/d"),
        "Madya": ("IV/a", "IV/b", "IV/c"),
        "Utama": ("IV/d", "IV/e"),
    },
}
JENJANG = [(jabatan, jenjang) for (jabatan, _), tangga in TANGGA.items() for jenjang in tangga]
DI_ATAS, DI_BAWAH = Decimal("0.8"), Decimal(1)  # PMB III.2; Assessor Pasal 10
ALIH = Decimal("0.65")  # PMB Lampiran V.4
UTAMA, PENUNJANG = Decimal("0.8"), Decimal("0.2")  # Assessor Pasal 12 (2), of the threshold less the diploma
IJAZAH_KOMPOSISI = ("S1", "S2", "S3")  # Assessor Pasal 12 (1)
PROFESI = {"III/c": 2, "III/d": 4, "IV/a": 6, "IV/b": 8, "IV/c": 10, "IV/d": 12, "IV/e": 14}  # Assessor Pasal 13
PORSI = ("0.6", "0.4", "0.5", "0.25", "0.2")  # Assessor Pasal 16 (1)

# sub unsur of the DUPAK -> its lines that no butir is printed on, as far as the people here use them
SUB: dict[str, dict[str, int]] = {
    PMB: {"U1a": 2, "U1b": 3, "U1c": 1}
    | dict.fromkeys(("U2a", "U2b", "U2c", "U2d"), 5)
    | dict.fromkeys(("U3a", "U3b", "U3c", "U4a", "U4b", "U4c", "U4d", "U4e", "U4f", "U4g", "U4h", "U4i"), 3)
    | dict.fromkeys(("U5a", "U5b"), 3)
    | dict.fromkeys(("P1a", "P1b", "P1c", "P1d", "P1e", "P1f"), 2),
    ASSESSOR: {"U1a": 2, "U1b": 3, "U1c": 1}
    | dict.fromkeys(("U2a", "U2b", "U2c", "U2d", "U2e", "U2f", "U2g", "U2h", "U3a", "U3b", "U4a", "U4b", "U4c"), 1)
    | dict.fromkeys(("U5a", "U5b", "U5c"), 3)
    | dict.fromkeys(("P1a", "P1b", "P1c", "P1d", "P1e", "P1f", "P1g"), 2),
}
BLOK = 10  # lines of the block of other jenjang
SURAT = {"U1": "P", "U5": "R", "P1": "N"}  # unsur -> its surat pernyataan; every other unsur and the block: T
# Butir of Pasal 8 with the sub unsur that their words name, and credits plainly made up: kode -> sub unsur, credit
BUTIR = {
    **{"PERTAMA-1": ("U2a", "0.011"), "PERTAMA-4": ("U2b", "0.00033"), "PERTAMA-12": ("U2d", "0.02")},
    **{"PERTAMA-17": ("U2e", "0.125"), "PERTAMA-44": ("U2f", "0.0405"), "PERTAMA-56": ("U2g", "0.3")},
    **{"PERTAMA-68": ("U2h", "0.07"), "PERTAMA-71": ("U3a", "0.0009"), "PERTAMA-76": ("U4a", "1.25")},
    **{"MUDA-3": ("U2b", "0.014"), "MUDA-8": ("U2c", "0.25"), "MUDA-15": ("U2e", "0.045"), "MUDA-22": ("U2f", "0.1")},
    **{"MUDA-36": ("U2h", "0.033"), "MUDA-39": ("U3a", "0.2"), "MUDA-41": ("U4a", "0.75"), "MUDA-49": ("U4b", "0.4")},
    **{"MUDA-59": ("U4c", "2"), "MADYA-4": ("U2c", "0.6"), "MADYA-11": ("U2f", "0.15"), "MADYA-18": ("U2g", "0.06")},
    **{"MADYA-33": ("U2h", "0.084"), "MADYA-36": ("U3a", "0.3"), "MADYA-38": ("U3b", "0.5")},
    **{"MADYA-41": ("U4a", "1.5"), "MADYA-43": ("U4b", "0.9"), "MADYA-46": ("U4c", "3"), "UTAMA-2": ("U2b", "0.12")},
    **{"UTAMA-8": ("U2c", "0.8"), "UTAMA-16": ("U2g", "0.4"), "UTAMA-23": ("U2h", "0.1"), "UTAMA-24": ("U3a", "0.5")},
    **{"UTAMA-27": ("U3b", "0.7"), "UTAMA-34": ("U4c", "4")},
}
MILIK = {"PERTAMA": "Pertama", "MUDA": "Muda", "MADYA": "Madya", "UTAMA": "Utama"}
# PMB Lampiran III.2: the two credits that the text prints
TERCETAK = {"MADYA-III.2.a": ("Ahli Madya", "0.014"), "PERTAMA-III.2.b": ("Ahli Pertama", "0.047")}


def tangga(jabatan: str, jenjang: str) -> dict[str, tuple[str, ...]]:
    """The ladder that the jenjang stands on."""
    return next(levels for (id_, _), levels in TANGGA.items() if id_ == jabatan and jenjang in levels)


def kategori(jabatan: str, jenjang: str) -> str:
    return next(kategori for (id_, kategori), levels in TANGGA.items() if id_ == jabatan and jenjang in levels)


def golongan(jabatan: str, jenjang: str) -> list[str]:
    """Every golongan ruang of the ladder, the lowest first."""
    return [each for level in tangga(jabatan, jenjang).values() for each in level]
