"""`make bench`: formulas that pasang-rumus plans and writes into the layouts, and whether LibreOffice shows the same.

Each layout once as it is and once with its formulas taken out; BERKAS=... any file. Asserts nothing."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import openpyxl

from angka_kredit.errors import Refused
from angka_kredit.pasang_rumus import BARU, BEDA, DILEWATI, SAMA, Pilihan, Rencana, pasang

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "kenal"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from tata_letak import semua

import office
from formulir_instansi import buku

_STATUS = (BARU, SAMA, BEDA, DILEWATI)


def main() -> None:
    files = [("formulir instansi", buku())]
    files += [(f"{each.nama}{words}", make(each.data)) for each in semua() for words, make in _WAYS]
    if path := os.environ.get("BERKAS"):
        files.append((Path(path).name, Path(path).read_bytes()))
    print(f"\n{'pasang-rumus':58}" + "".join(f"{each:>10}" for each in _STATUS) + f"{'= LibreOffice':>16}{'ms':>7}")
    plans = [(name, *_plugged(data)) for name, data in files]
    with tempfile.TemporaryDirectory() as work:
        _compare(plans, Path(work))


def _plugged(data: bytes) -> tuple[Rencana | str, float]:
    """The plan carried out, or why it is not; seconds."""
    begin = time.perf_counter()
    try:
        found: Rencana | str = pasang(data, Pilihan(ragu=True))[0]
    except Refused as reason:
        found = str(reason)
    return found, time.perf_counter() - begin


def _compare(plans: list[tuple[str, Rencana | str, float]], work: Path) -> None:
    """Every planned cell that shows a number: the file's value beside LibreOffice's own after a full recalculation."""
    given = {name: plan for name, plan, _ in plans if isinstance(plan, Rencana)}
    for number, plan in enumerate(given.values()):
        (work / f"{number}.xlsx").write_bytes(plan.data)
    theirs = dict(
        zip(given, office.recalculate([work / f"{n}.xlsx" for n in range(len(given))], work / "o"), strict=True)
    )
    all_equal = all_cells = 0
    for name, plan, seconds in plans:
        if isinstance(plan, str):
            print(f"{name:58}{plan}")
            continue
        cells = [(each.lembar, each.sel) for each in plan.ditulis]
        equal = sum(_same(plan, place, theirs[name].get(place)) for place in cells)
        counts = Counter(each.status for each in plan.sel)
        told = f"{equal}/{len(cells)}"
        print(f"{name:58}" + "".join(f"{counts[each]:>10}" for each in _STATUS) + f"{told:>16}{1000 * seconds:>7.0f}")
        all_equal, all_cells = all_equal + equal, all_cells + len(cells)
    print(f"{'written cells that LibreOffice computes the same':58}{f'{all_equal}/{all_cells}':>56}")


def _same(plan: Rencana, place: tuple[str, str], there: object) -> bool:
    (value,) = [each.nilai_baru for each in plan.ditulis if (each.lembar, each.sel) == place]
    if isinstance(value, float) and isinstance(there, float):
        return abs(value - there) <= 1e-9
    return value == there or (value is None and there == "")


def _without_formulas(data: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        if isinstance(cell.value, str) and cell.value.startswith("="):
            cell.value = None
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_WAYS = (("", bytes), (", tanpa rumus", _without_formulas))

if __name__ == "__main__":
    main()
