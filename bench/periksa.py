"""`make bench`: which planted faults periksa finds, and what it says of good workbooks, per kind; asserts nothing.

All checkers look at the good workbooks. With kinds as arguments only these are planted; `--tulis` measures all and
keeps the table in docs/periksa-ketelitian.md."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "kenal"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "periksa"))
import tanam_aturan
import tanam_lembar
from tanaman import Tanaman

from angka_kredit.periksa.aturan import PEMERIKSA as ATURAN
from angka_kredit.periksa.bahan import bahan
from angka_kredit.periksa.lembar import PEMERIKSA as LEMBAR
from angka_kredit.periksa.lembar import hitung_beda
from angka_kredit.periksa.semua import periksa
from angka_kredit.periksa.temuan import Temuan, semua_jenis

PENANAM: dict[str, Callable[[], Iterator[Tanaman]]] = tanam_lembar.PENANAM | tanam_aturan.PENANAM
BERSIH = (tanam_lembar.BERSIH, tanam_aturan.BERSIH)
PAGE = Path(__file__).parents[1] / "docs" / "periksa-ketelitian.md"
_TOLD = 5  # missed ones that are named, of a kind


@dataclass
class Nilai:
    """Of one kind: how many were planted, found, found as certain; and the words for those missed."""

    jenis: str
    ditanam: int = 0
    ditemukan: int = 0
    pasti: int = 0
    luput: tuple[str, ...] = ()


def kena(tanaman: Tanaman, temuan: Temuan) -> bool:
    """The finding is of the planted fault."""
    places = {(temuan.lembar, temuan.sel), (temuan.lembar, "")}
    return temuan.jenis == tanaman.jenis and bool(places & tanaman.tempat)


def temuan(tanaman: Tanaman) -> list[Temuan]:
    """The findings of the planted fault, from the half of the checkers that looks for it; what only recalculation
    tells is asked where that is the fault."""
    lama = bahan(tanaman.pak_lama, "PAK lama") if tanaman.pak_lama else None
    sheets = [each for each in LEMBAR if tanaman.jenis == "hitung_beda" or each is not hitung_beda.periksa]
    half = ATURAN if tanaman.jenis in tanam_aturan.PENANAM else sheets
    return [each for each in periksa(bahan(tanaman.data, tanaman.nama, lama), half).temuan if kena(tanaman, each)]


def nilai(jenis: str) -> Nilai:
    found = Nilai(jenis)
    for each in PENANAM[jenis]():
        hits = temuan(each)
        found.ditanam += 1
        found.ditemukan += bool(hits)
        found.pasti += any(not hit.ragu for hit in hits)
        if not hits:
            found.luput = (*found.luput, each.nama)
    return found


def bersih(which: int) -> tuple[int, Counter[str], list[str]]:
    """(good workbooks, findings by kind, the words of them)."""
    books, counts, words = 0, Counter[str](), list[str]()
    for name, data in BERSIH[which]():
        books += 1
        for each in periksa(bahan(data, name)).temuan:
            counts[each.jenis] += 1
            words.append(f"{name}: {each.tempat} {each.jenis}: {each.salah}")
    return books, counts, words


def tabel(scores: list[Nilai], books: int, alarms: Counter[str]) -> Iterator[str]:
    yield "| jenis | ditanam | ditemukan | recall | dinyatakan pasti | alarm palsu |"
    yield "|---|---:|---:|---:|---:|---:|"
    for each in scores:
        row = (each.ditanam, each.ditemukan, f"{each.ditemukan / max(each.ditanam, 1):.3f}", each.pasti)
        yield f"| {each.jenis} | " + " | ".join(map(str, row)) + f" | {alarms[each.jenis]} |"
    planted, hit = sum(each.ditanam for each in scores), sum(each.ditemukan for each in scores)
    sure, false = sum(each.pasti for each in scores), sum(alarms.values())
    yield f"| semua | {planted} | {hit} | {hit / max(planted, 1):.3f} | {sure} | {false} |"
    yield ""
    yield f"Alarm palsu: {false} temuan pada {books} buku kerja tanpa kesalahan, {false / max(books, 1):.2f} per buku."


def main() -> None:
    begin = time.perf_counter()
    write, asked = "--tulis" in sys.argv, set(sys.argv[1:]) & set(PENANAM)
    kinds = [each for each in semua_jenis() if each in (PENANAM if write or not asked else asked)]
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), mp_context=get_context("spawn")) as pool:
        clean = [pool.submit(bersih, which) for which in range(len(BERSIH))]
        scores = []
        for each in pool.map(nilai, kinds):
            scores.append(each)
            told = "".join(f"\n  luput: {words}" for words in each.luput[:_TOLD])
            print(f"{each.jenis}: {each.ditemukan} dari {each.ditanam}{told}", flush=True)
        good = [each.result() for each in clean]
    books, alarms = sum(each[0] for each in good), sum((each[1] for each in good), Counter[str]())
    lines = list(tabel(scores, books, alarms))
    print("\n".join(lines))
    for words in [words for each in good for words in each[2]][: 4 * _TOLD]:
        print(f"  alarm palsu: {words}")
    without = [each for each in semua_jenis() if each not in PENANAM]
    print(f"kinds without planted faults: {', '.join(without) or 'none'}; {time.perf_counter() - begin:.0f} s")
    if write:
        PAGE.write_text("\n".join((*_HEAD, *lines, "")), "utf-8")


_HEAD = (
    "<!-- Dibuat oleh bench/periksa.py --tulis; jangan diubah di sini. -->",
    "# Ketelitian pemeriksaan",
    "",
    "Satu kesalahan ditanam dalam formulir yang baik, lalu dicari dengan `angka-kredit periksa`. *Ditemukan*: jenis",
    "itu disebut pada sel itu. *Dinyatakan pasti*: tanpa keterangan ragu. *Alarm palsu*: temuan pada buku kerja tanpa",
    "kesalahan. Formulir dan isinya rekaan: tata letak yang meniru formulir kantor, dan formulir Angka Kredit sendiri.",
    "Ukurannya berlaku untuk kesalahan seperti ini saja, bukan janji untuk semua kesalahan.",
    "",
)


if __name__ == "__main__":
    main()
