"""The slow lane: a real LibreOffice computes what the engines cannot be trusted with, for a person to review."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from angka_kredit.errors import Refused, Undecided
from angka_kredit.recalc import slow_lane
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.slow_lane import SlowLane
from packages import SHEET1, changed, parts
from sheets import SHEET, cached, workbook

OURS = '_xldudf_ANGKA_KREDIT(0.014,A1,"Ahli Muda","pmb","Ahli Madya")'


@pytest.fixture(scope="module")
def lane() -> Iterator[SlowLane]:
    with SlowLane() as made:
        yield made


@pytest.fixture(autouse=True)
def office(need_program: Callable[[str], str]) -> None:
    need_program("soffice")


def test_libreoffice_computes_and_our_writer_writes(lane: SlowLane) -> None:
    formulas = {"B1": f"={OURS}", "B2": '=INDIRECT("B1")*2', "B3": '=IF(B2<0,"kurang","")', "C2": "=A1:A2*10"}
    data = workbook(formulas, {"A1": 2, "A2": 3})
    with pytest.raises(Undecided, match="INDIRECT"):
        recalculate(data)
    outcome = recalculate(data, slow_lane=lane)
    values = cached(outcome.data)
    # 0,014 x 2 x 80%; C2 takes the cell of its own row, A2
    assert (values["B1"], values["B2"], values["B3"], values["C2"]) == (0.0224, 0.0448, None, 30)
    assert outcome.reviewed and not outcome.voted and "INDIRECT" in outcome.reason and outcome.jabatan == ("pmb",)
    assert changed(data, outcome.data) == {SHEET1} and OURS.encode() in parts(outcome.data)[SHEET1].replace(
        b"&quot;", b'"'
    )


def test_what_the_engines_can_do_does_not_go_there() -> None:
    class Never(SlowLane):
        def compute(self, data: bytes) -> None:  # type: ignore[override]
            raise AssertionError

    assert not recalculate(workbook({"B1": "=1+1"}), slow_lane=Never()).reviewed
    with pytest.raises(Refused, match="bahasa komputer"):  # LibreOffice does not know the reader's language either
        recalculate(workbook({"B1": '=TEXT(A1,"#,##0.00")'}), slow_lane=Never())


@pytest.mark.parametrize(
    ("formulas", "values", "reason"),
    [
        ({"B1": "=RAND()"}, {}, "RAND"),
        ({"B1": '=INDIRECT("A1")', "B2": "=[2]Sheet1!A1"}, {}, "Sheet1"),
        ({"B1": '=INDIRECT("A1")', "B2": "=SUM(A1:A2)"}, {"A2": True}, "TRUE atau FALSE"),
        ({"B1": '=INDIRECT("A1")', "B2": "=A1*2"}, {"A1": "1.500"}, "bahasa komputer"),
        ({"B1": '=INDIRECT("A1")', "B2": '=TEXT(A1,"0.0")'}, {}, "bahasa komputer"),
        ({"B1": '=INDIRECT("A1")', "B2": "=TAK_ADA(1)"}, {}, r"B2: menjadi #NAME\?"),
        ({"B1": '=INDIRECT("A1")', "B2": '=ANGKA_KREDIT("MUDA-14",1,"Ahli Muda","pmb")'}, {}, "MUDA-14"),
    ],
)
def test_what_libreoffice_cannot_be_trusted_with_stays_refused(
    formulas: dict[str, str], values: dict[str, object], reason: str, lane: SlowLane
) -> None:
    with pytest.raises(Refused, match=f"; dengan LibreOffice: .*{reason}") as refused:
        recalculate(workbook(formulas, values), slow_lane=lane)
    assert refused.type is Refused


def test_errors_of_the_input_are_reported(lane: SlowLane) -> None:
    formulas = {"B1": '=INDIRECT("A1")', "B2": '=ANGKA_KREDIT(0.5,A1,"Ahli Muda","pmb")', "B3": "=B2+1"}
    outcome = recalculate(workbook(formulas, {"A1": -1}), slow_lane=lane)
    assert [cached(outcome.data)[ref] for ref in formulas] == [-1, "#NUM!", "#NUM!"]
    ((place, words),) = outcome.notes
    assert str(place) == f"{SHEET}!B2" and "Volume -1 negatif" in words


def test_an_office_without_the_add_in_is_not_trusted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Builder:
        @staticmethod
        def write_unpacked(folder: Path) -> None:
            folder.mkdir()

    monkeypatch.setattr(slow_lane, "builder", Builder)
    with SlowLane() as made, pytest.raises(Refused, match="tanpa fungsi Angka Kredit"):
        made.compute(workbook({"B1": "=1+1"}))


def test_a_time_out_ends_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with SlowLane(seconds=0.5) as made, pytest.raises(Refused, match=r"tidak selesai dalam 0\.5 detik"):
        made.compute(workbook({"B1": "=1+1"}))
    _assert_gone(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_nothing_outlives_a_killed_process(tmp_path: Path) -> None:
    program = "from angka_kredit.recalc.slow_lane import SlowLane\nSlowLane().compute(open(0, 'rb').read())"
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, env=environment)
    assert process.stdin
    process.stdin.write(workbook({"B1": "=1+1"}))
    process.stdin.close()
    for _attempt in range(200):
        if any(b"soffice.bin" in command for command in _commands(str(tmp_path))):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    _assert_gone(str(tmp_path))
    assert list(tmp_path.glob("angka-kredit-*")) == []


def _assert_gone(part: str) -> None:
    for _attempt in range(100):  # a killed process takes a moment to go
        if not list(_commands(part)):
            return
        time.sleep(0.1)
    pytest.fail("LibreOffice is still running")


def _commands(part: str) -> Iterator[bytes]:
    """Of the running processes with this in their command line."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it may end while we look
            if part.encode() in (command := path.read_bytes()):
                yield command
