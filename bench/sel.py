"""What our functions cost in cells: in a real LibreOffice beside native formulas that look up the same, and on the way
from Excel through xlwings. Everything in one run; it asserts nothing about time, only that both say the same."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import timeit
from pathlib import Path
from typing import Any

from angka_kredit import call
from angka_kredit.positions import find_jabatan

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import office
import pywin32_stub

ROWS = 10_000
HELD = "Ahli Muda"
# milliseconds for ROWS rows: in a range with no two volumes alike, in a range as people fill it in, cell by cell
TARGETS = {"rentang": 60, "rentang berulang": 60, "sel": 400}


def main() -> None:
    _libreoffice()
    _excel()


def _libreoffice() -> None:
    python = office.uno_python()
    if python is None:
        print("LibreOffice: no Python with UNO here")
        return
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "lookup.json").write_text(json.dumps({"rows": ROWS, "held": HELD, **_lookup()}), encoding="utf-8")
        pipe = f"angka_kredit_{work.name}"
        arguments = ["--headless", f"--accept=pipe,name={pipe};urp"]
        process = office.start(arguments, work, office.build_addin(work), {}, office.clean_environment())
        try:
            client = [python, str(Path(__file__).with_name("sel_uno.py")), pipe, str(work / "lookup.json")]
            told = subprocess.run(client, stdout=subprocess.PIPE, check=True, env=office.clean_environment()).stdout
        finally:
            office.kill_group(process)
    times: dict[str, tuple[float, float]] = json.loads(told)
    print(f"LibreOffice, {ROWS} rows recalculated: by the clock, and of the processor")
    for kind, most in TARGETS.items():
        (clock, busy), (native_clock, native_busy) = times[f"{kind} kami"], times[f"{kind} bawaan"]
        print(f"  {kind:16} ANGKA_KREDIT {clock:7.1f} ms, {busy:7.1f} ms (target {most})")
        print(f"  {'':16} INDEX/MATCH  {native_clock:7.1f} ms, {native_busy:7.1f} ms: {busy / native_busy:.1f} x")


def _lookup() -> dict[str, Any]:
    """What a sheet without us would hold: each butir's unit credit and jenjang, and the factor of each jenjang."""
    jabatan = find_jabatan("pmb")
    table = [[butir.kode, float(butir.ak or 0), butir.jenjang[0].nama] for butir in jabatan.butir.values()]
    used = [row[0] for row in table if row[1]]
    factors = []
    for jenjang in jabatan.jenjang:
        factor = call("FAKTOR_JENJANG", HELD, jenjang.nama, "pmb")
        factors.append([jenjang.nama, factor if isinstance(factor, float) else 0.0])
    return {"table": table, "used": used, "factors": factors}


def _excel() -> None:
    """The Python part of one call: xlwings' own server class, as Excel's COM enters it."""
    given = ("MADYA-III.2.a", 2.0, HELD, "pmb", None, None, None)
    column = tuple(("MADYA-III.2.a",) for _row in range(ROWS))
    volumes = tuple((1 + row / 1000,) for row in range(ROWS))
    with pywin32_stub.udf_server() as server:

        def one() -> None:
            server.CallUDF(pywin32_stub.MODULE, "ANGKA_KREDIT", given)

        def many() -> None:
            server.CallUDF(pywin32_stub.MODULE, "ANGKA_KREDIT", (column, volumes, *given[2:]))

        cell = min(timeit.repeat(one, number=1000, repeat=7, timer=time.process_time)) / 1000
        rows = min(timeit.repeat(many, number=1, repeat=7, timer=time.process_time))
    print("Excel, Python's share, of the processor")
    print(f"  one cell {1e6 * cell:.1f} us (target 60), a range of {ROWS} rows {1000 * rows:.1f} ms")


if __name__ == "__main__":
    main()
