"""What one call of a cell function costs as the hosts call it, beside a dict lookup as floor. It asserts nothing."""

from __future__ import annotations

import timeit
from collections.abc import Callable

from angka_kredit.functions import KATALOG

ROWS = 10_000


def best(work: Callable[[], object], number: int) -> float:
    """Seconds for one call: the best of seven rounds."""
    return min(timeit.repeat(work, number=number, repeat=7)) / number


def main() -> None:
    fungsi = KATALOG.get("ANGKA_KREDIT")
    assert fungsi is not None
    table = {("MADYA-III.2.a", "pmb"): 0.014}
    floor = best(lambda: table["MADYA-III.2.a", "pmb"] * 2.0 * 0.8, 100_000)
    kode = ("MADYA-III.2.a", 2.0, "Ahli Muda", "pmb", None, None, None)
    typed = (0.014, 2.0, "Ahli Muda", "pmb", "Ahli Madya", None, None)
    column = [["MADYA-III.2.a"]] * ROWS
    volumes = [[float(row % 9)] for row in range(ROWS)]
    lines = {
        "dict lookup (floor)": floor,
        "ANGKA_KREDIT, kode": best(lambda: fungsi.call(kode), 20_000),
        "ANGKA_KREDIT, typed unit credit": best(lambda: fungsi.call(typed), 20_000),
        f"ANGKA_KREDIT, one range of {ROWS} rows, per row": best(
            lambda: fungsi.call((column, volumes, "Ahli Muda", "pmb")), 1
        )
        / ROWS,
    }
    for name, seconds in lines.items():
        print(f"{name:50} {seconds * 1e6:8.2f} us  {seconds / floor:7.0f} x floor")


if __name__ == "__main__":
    main()
