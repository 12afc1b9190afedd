"""Layouts put together by chance: every way of tata_letak mixed with every other, one typing error in most headings."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from contoh import DUPAK, ENAM, PAK, SPMK
from gaya import Gaya
from tata_letak import BKN, JUDUL_BKN, TataLetak, _satu, _singkat, _spasi

SINONIM = {
    "uraian": [
        "URAIAN KEGIATAN",
        "Butir Kegiatan",
        "Unsur, Sub Unsur & Butir Kegiatan",
        "RINCIAN KEGIATAN",
        "Uraian Tugas",
    ],
    "kode": ["KODE BUTIR", "KK", "Kode Kegiatan"],
    "satuan": ["Satuan Hasil", "SATUAN", "HASIL KERJA", "Output"],
    "ak_satuan": ["AK SATUAN", "SATUAN ANGKA KREDIT", "Angka Kredit per Satuan", "NILAI SATUAN"],
    "volume": ["VOLUME", "Vol.", "JML VOLUME KEGIATAN", "Jumlah Volume"],
    "jumlah_ak": ["JML AK", "Jumlah Angka Kredit", "TOTAL AK"],
    "tanggal": ["TGL", "Tanggal Pelaksanaan", "WAKTU PELAKSANAAN"],
    "bukti": ["BUKTI FISIK", "Ket./Bukti Fisik", "Keterangan Bukti Fisik"],
    "pelaksana": ["PELAKSANA", "Jenjang Jabatan"],
    "keterangan": ["KET", "Keterangan"],
    "no": ["NO", "No.", "NOMOR", "No Urut"],
    "lama": ["LAMA", "Lama", "AK LAMA"],
    "baru": ["BARU", "Baru", "AK BARU"],
    "jumlah": ["JUMLAH", "Jml", "TOTAL"],
}
NOMOR = [
    ("I", "1", "a", "1)"),
    ("I.", "A.", "1.", "a."),
    ("I.", "1.", "a.", "(1)"),
    ("A.", "1.", "a.", "1)"),
    ("I", "A", "1", "a"),
]
PILIHAN = ["kode", "satuan", "ak_satuan", "keterangan", "pelaksana"]


def acak(benih: int) -> TataLetak:
    """The layout of this seed."""
    rng = random.Random(benih)
    gaya = rng.choice([_dupak, _dupak, _surat, _pak])(rng)
    gaya = replace(gaya, judul=gaya.judul | {k: rng.choice(v) for k, v in SINONIM.items() if k not in _tetap(gaya)})
    dirt = [str, str.lower, str.title, _singkat, _salah(rng), _salah(rng), _salah(rng)]
    gaya = replace(
        gaya,
        gabung=rng.random() < 0.6,
        baris_nomor=rng.choice(["{}", "({})", "{}.", ""]),
        jumlah=rng.choice(["rumus", "rumus", "kata", "tanpa kata"]) if gaya.jenis != "surat_pernyataan" else "rumus",
        kata_jumlah=rng.choice(["JUMLAH", "Jumlah", "JML", "TOTAL", "Sub Jumlah"]),
        orang=rng.choice(["titik dua", "satu sel", "polos"]),
        spasi=rng.random() < 0.3,
        kotor=rng.choice(dirt if gaya.tumpuk else [*dirt, _spasi]),  # not one letter a row
    )
    return _satu(f"acak {benih}", gaya, rng.randint(1, 6), rng.randint(1, 4))


def _tetap(gaya: Gaya) -> set[str]:
    """Headings that name their column only together, and stay."""
    return {"ak_satuan", "jumlah_ak", "volume"} if gaya.judul is JUDUL_BKN else set()


def _dupak(rng: random.Random) -> Gaya:
    if rng.random() < 0.2:
        return replace(DUPAK, kolom=BKN, judul=JUDUL_BKN, payung="")
    return _susun(rng, DUPAK, ENAM)


def _pak(rng: random.Random) -> Gaya:
    return _susun(rng, PAK, [(isi, "") for isi in ("lama", "baru", "jumlah")])


def _surat(rng: random.Random) -> Gaya:
    columns = list(SPMK.kolom)
    if rng.random() < 0.5:
        rng.shuffle(columns)
    return replace(SPMK, kolom=columns, tumpuk=rng.random() < 0.3)


def _susun(rng: random.Random, gaya: Gaya, nilai: list[tuple[str, str]]) -> Gaya:
    """Columns in the usual order or another, and one of three ways to number the rows."""
    where = rng.choice(["kolom", "teks", "tangga"])
    text = [("no", ""), ("uraian", "")] if where == "kolom" else [("uraian", "")]
    extra = [(each, "") for each in rng.sample(PILIHAN, rng.randint(0, 4))]
    blocks = [text, extra, nilai]
    if rng.random() < 0.3:
        rng.shuffle(blocks)
    numbers = rng.choice(NOMOR)
    columns = [key for block in blocks for key in block]
    return replace(
        gaya, kolom=columns, sel_nomor=where, angka=numbers, lebar=5 if where == "tangga" else rng.choice([1, 1, 3])
    )


def _salah(rng: random.Random) -> Callable[[str], str]:
    """Leaves a letter out, doubles it or swaps it with the next, in one long word of a heading."""
    seed = rng.random()

    def wrong(text: str) -> str:
        chance = random.Random(f"{seed}{text}")
        words = text.split(" ")
        long = [at for at, word in enumerate(words) if len(word) >= 6 and word.isalpha()]
        if not long or chance.random() < 0.3:
            return text
        at = chance.choice(long)
        word, cut = words[at], chance.randrange(1, len(words[at]) - 1)
        letters = chance.choice(["", word[cut] * 2, word[cut + 1] + word[cut]])
        words[at] = word[:cut] + letters + word[cut + (2 if len(letters) == 2 and letters[0] != word[cut] else 1) :]
        return " ".join(words)

    return wrong
