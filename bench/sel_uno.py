"""Run by sel.py in a Python that has UNO: the same sheet with our function and with native ones, recalculated.

sel_uno.py PIPE LOOKUP.json; tells milliseconds of each as JSON: the best by the clock, the mean of the processor."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno  # noqa: F401  # makes com.sun.star importable
from com.sun.star.beans import PropertyValue

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from uno_desktop import desktop

ROUNDS = 9


def main(pipe: str, path: str) -> None:
    lookup = json.loads(Path(path).read_text(encoding="utf-8"))
    office, rows = desktop(pipe), lookup["rows"]
    last = len(lookup["table"])
    match = f"MATCH({{}};$E$1:$E${last};0)"
    factor = f"VLOOKUP(INDEX($G$1:$G${last};{match});$I$1:$J${len(lookup['factors'])};2;FALSE())"
    native = f"INDEX($F$1:$F${last};{match})*{{}}*{factor}"
    ours = f'ANGKA_KREDIT({{}};{{}};"{lookup["held"]}";"pmb")'
    formulas = {
        "rentang kami": "=" + ours.format(f"A1:A{rows}", f"B1:B{rows}"),
        "rentang bawaan": "=" + native.format(f"A1:A{rows}", f"B1:B{rows}", f"A1:A{rows}"),
        "rentang berulang kami": "=" + ours.format(f"A1:A{rows}", f"C1:C{rows}"),
        "rentang berulang bawaan": "=" + native.format(f"A1:A{rows}", f"C1:C{rows}", f"A1:A{rows}"),
        "sel kami": "=" + ours,
        "sel bawaan": "=" + native,
    }
    clock = Clock(pipe)
    measured = {}
    for name, text in formulas.items():
        measured[name] = measure(office, lookup, name.startswith("rentang"), text, clock)
    for name, (_times, total) in measured.items():
        other = measured[name.replace("kami", "bawaan")][1]
        assert total > 0 and abs(total - other) < 1e-6, f"{name}: {total} is not {other}"
    print(json.dumps({name: times for name, (times, _total) in measured.items()}))


class Clock:
    """Milliseconds of a recalculation. The processor's are those of the office's threads: other work on the machine
    does not count in them."""

    def __init__(self, pipe: str) -> None:
        mine = [path for path in Path("/proc").glob("[0-9]*") if f"name={pipe}".encode() in _command(path)]
        (self._office,) = [path for path in mine if b"soffice.bin" in _command(path)]

    def measure(self, work: Callable[[], object]) -> tuple[float, float]:
        work()  # warm
        best, before = float("inf"), self._busy()
        for _round in range(ROUNDS):
            begin = time.perf_counter()
            work()
            best = min(best, time.perf_counter() - begin)
        return 1e3 * best, (self._busy() - before) / 1e6 / ROUNDS

    def _busy(self) -> int:
        """Nanoseconds that the office's threads have run."""
        return sum(int(path.read_text().split()[0]) for path in self._office.glob("task/*/schedstat"))


def _command(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:  # it has ended
        return b""


def measure(
    office: Any, lookup: dict[str, Any], whole: bool, formula: str, clock: Clock
) -> tuple[tuple[float, float], float]:
    """The milliseconds of a recalculation, and the sum of what the cells show."""
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = office.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
    try:
        sheet, rows = document.Sheets[0], lookup["rows"]
        used = lookup["used"]
        put(sheet, "A", [[used[row % len(used)], 1 + row / 1000, 1 + row % 40] for row in range(rows)])
        put(sheet, "E", lookup["table"])
        put(sheet, "I", lookup["factors"])
        target = sheet.getCellRangeByName(f"D1:D{rows}")
        if whole:
            target.setArrayFormula(formula)
        else:
            target.setFormulaArray(
                tuple((formula.format(f"A{row}", f"B{row}", f"A{row}"),) for row in range(1, rows + 1))
            )
        return clock.measure(document.calculateAll), sum(row[0] for row in target.getDataArray())
    finally:
        document.close(True)


def put(sheet: Any, column: str, rows: list[list[Any]]) -> None:
    first = sheet.getCellRangeByName(f"{column}1").getCellAddress()
    right = first.Column + len(rows[0]) - 1
    sheet.getCellRangeByPosition(first.Column, 0, right, len(rows) - 1).setDataArray(tuple(map(tuple, rows)))


main(*sys.argv[1:])
