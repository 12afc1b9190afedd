"""People made up who are assessed by performance, by number."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from .kinerja import (
    AMMI_KODE,
    GOLONGAN,
    KONVENSIONAL,
    NILAI_DASAR,
    PASANGAN,
    PERSEN,
    SEBELUM,
    Masa,
    Orang,
    OrangAmmi,
)


def orang(nomor: int) -> Orang:
    """Every jenjang and golongan ruang in turn; some with integrasi, some risen from below, some entered higher."""
    rng = random.Random(nomor)
    jenjang, golongan = PASANGAN[nomor % len(PASANGAN)]
    data: dict[str, Any] = {"nama_jabatan": "Jabatan Contoh", "jenjang": jenjang, "golongan": golongan}
    if nomor // len(PASANGAN) == 4:  # no history yet
        return Orang(data if nomor % len(PASANGAN) else {})
    if rng.random() < 0.85:
        data["masa_sampai"] = rng.choice([date(2026, 12, 31), date(2026, 6, 30), date(2026, 8, 30)])
        data["proyeksi_predikat"] = rng.choice(list(PERSEN))
    if jenjang == "Terampil" and golongan != "II/b" and rng.random() < 0.7:
        data["golongan_masuk"] = "II/c"
    rows: list[Masa] = []
    year = 2023
    if golongan in NILAI_DASAR and jenjang.startswith("Ahli") and rng.random() < 0.6:
        data["integrasi_ak"] = f"{NILAI_DASAR[golongan] + rng.randrange(0, 90000) / 1000:.3f}"
        data |= {"integrasi_golongan": golongan, "integrasi_jenjang": jenjang, "integrasi_tahun": 2022}
        data["integrasi_pak"] = rng.choice(["Lama", "Baru"])
    elif jenjang in SEBELUM and rng.random() < 0.6:
        below = SEBELUM[jenjang]
        rows.append(_masa(rng, year, below, GOLONGAN[below][-1], 12, lama=rng.choice(["0", "10.5"])))
        year += 1
    for _ in range(rng.randrange(1, 4)):
        first = rng.randrange(1, 12)
        parts = [None] if rng.random() < 0.5 else [first, 12 - first]
        rows += [_masa(rng, year, jenjang, golongan, months) for months in parts]
        year += 1
    if rng.random() < 0.3:
        data["pendidikan_tambahan"] = rng.choice(["Lama", "Baru"])
    if rng.random() < 0.3:
        data |= {"penyetaraan_lama": "3.125", "lain_baru": "0.1", "lain_uraian": "Lain"}
    if rng.random() < 0.3:
        data["konversi_baris"] = rng.randrange(2, len(rows) + 3) + KONVENSIONAL
    return Orang(data, rows)


def _masa(
    rng: random.Random, year: int, jenjang: str, golongan: str, bulan: int | None, lama: str | None = None
) -> Masa:
    return Masa(year, jenjang, golongan, rng.choice(list(PERSEN)), bulan, lama, rng.choice(["", "Lama", "Baru"]))


def orang_ammi(nomor: int) -> OrangAmmi:
    rng = random.Random(nomor)
    jenjang = list(AMMI_KODE)[nomor % len(AMMI_KODE)]
    own = GOLONGAN[jenjang]
    made = OrangAmmi(jenjang, {"golongan": own[nomor // len(AMMI_KODE) % len(own)]})
    if nomor % 8 == 7:
        return made
    if nomor % 2:
        made.data["instansi_jenis"] = "pusat"
    if nomor % 6:
        made.data["ak_minimal"] = f"{rng.randrange(1, 40000) / 1000:.3f}"
    if rng.random() < 0.6:
        made.data["pak_lama_jumlah"] = f"{rng.randrange(1, 200000) / 1000:.3f}"
    grades = ["91", "100", "90", "76", "75", "61", "60", "51", "50", "12", "84.5"]
    grades += ["90.5"] if nomor % 5 == 0 else []  # between the bands
    for at in range(rng.randrange(1, 8)):
        made.tahun.append((2015 + at, rng.choice(grades), rng.choice(["", "", "12.34"])))
    done = sorted(rng.sample(range(1, 9), 3))
    made.kegiatan = [(f"{AMMI_KODE[jenjang]}-{number}", 2015 + at) for at, number in enumerate(done)]
    return made
