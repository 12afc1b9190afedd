"""`make bench`: columns, rows and people that kenali recognises rightly, over generated layouts; BERKAS=... any file.

A person's own file has no stated truth: what was found is printed, to be read beside it. Asserts nothing."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pasang_rumus
from angka_kredit.kenal import kenali
from angka_kredit.kenal.laporan import baris_teks

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "kenal"))
from acak import acak
from nilai import nilai
from tata_letak import semua

RANDOM = 300  # layouts put together by chance, seeds 0, 1, ...


def main() -> None:
    sums = {what: [0, 0] for what in ("formulir", "kolom", "baris", "orang")}
    seconds, layouts = 0.0, [*semua(), *map(acak, range(RANDOM))]
    print(f"{'layout':42}" + "".join(f"{what:>14}" for what in sums))
    for layout in layouts:
        begin = time.perf_counter()
        found = kenali(layout.data)
        seconds += time.perf_counter() - begin
        scored = nilai(found, layout.benar)
        for what, count in sums.items():
            count[0] += getattr(scored, what)[0]
            count[1] += getattr(scored, what)[1]
        if scored.salah or not layout.nama.startswith("acak"):
            print(f"{layout.nama:42}" + "".join(_told(getattr(scored, what)) for what in sums))
        for words in scored.salah[: 200 if "-v" in sys.argv else 3]:
            print(f"    salah: {words}")
    print(f"{f'{len(layouts)} layouts':42}" + "".join(_told(count) for count in sums.values()))
    print(f"rows right: {sums['baris'][0] / sums['baris'][1]:.4f}; {1000 * seconds / len(layouts):.0f} ms a workbook")
    if path := os.environ.get("BERKAS"):
        for line in baris_teks(kenali(Path(path).read_bytes())):
            print(line)
    pasang_rumus.main()


def _told(count: list[int]) -> str:
    return f"{f'{count[0]}/{count[1]}':>14}"


if __name__ == "__main__":
    main()
