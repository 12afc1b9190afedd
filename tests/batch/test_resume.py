"""A second run goes on where the first ended: what is done and unchanged is skipped, by content and by data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from angka_kredit.batch import snapshot
from angka_kredit.batch.journal import Journal
from angka_kredit.batch.result import DIHITUNG, DILEWATI, Result
from angka_kredit.batch.running import Options, run
from angka_kredit.batch.task import HIDDEN
from angka_kredit.errors import Refused
from folders import contents, credit_file, fill, recalculate
from sheets import workbook

FILES = {"Budi Santoso.xlsx": credit_file(1), "sub/Siti.xlsx": credit_file(2)}
IDENTITY = {"versi": "1"}
WRONG_INPUT = workbook({"B1": '=ANGKA_KREDIT(0.5,A1,"Ahli Muda","pmb")'}, {"A1": -2})


def status(*args: object) -> dict[str, str]:
    told = json.loads(recalculate(*args, "--json").stdout)["berkas"]
    return {file["nama"]: file["status"] for file in told}


@pytest.mark.parametrize("where", ["--keluar", "--di-tempat"])
def test_what_is_done_is_skipped(tmp_path: Path, where: str) -> None:
    folder = fill(tmp_path / "in", FILES)
    args = [folder, where] + ([tmp_path / "out"] if where == "--keluar" else [])
    assert set(status(*args).values()) == {DIHITUNG}
    results = contents(tmp_path)
    assert status(*args) == dict.fromkeys(FILES, DILEWATI)
    assert contents(tmp_path) == results
    fill(folder, {"sub/Siti.xlsx": credit_file(3)})
    assert status(*args) == {"Budi Santoso.xlsx": DILEWATI, "sub/Siti.xlsx": DIHITUNG}


def test_a_lost_or_spoilt_result_is_made_again(tmp_path: Path) -> None:
    args = (fill(tmp_path / "in", FILES), "--keluar", tmp_path / "out")
    status(*args)
    results = contents(tmp_path / "out")
    (tmp_path / "out/Budi Santoso.xlsx").unlink()
    (tmp_path / "out/sub/Siti.xlsx").write_bytes(b"rusak")
    assert set(status(*args).values()) == {DIHITUNG}
    assert contents(tmp_path / "out") == results
    (kept,) = (tmp_path / "out" / HIDDEN).glob("*/sub/Siti.xlsx")
    assert kept.read_bytes() == b"rusak"


def test_names_stand_nowhere_in_the_state(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", FILES)
    recalculate(folder, "--di-tempat")
    for path in (folder / HIDDEN).iterdir():
        if path.is_file():
            assert not any(word in path.read_bytes() for word in (b"Budi", b"Siti", b"Contoh", b"xlsx"))


def test_an_input_error_is_told_again(tmp_path: Path) -> None:
    args = (fill(tmp_path / "in", {"a.xlsx": WRONG_INPUT}), "--keluar", tmp_path / "out")
    for _ in range(2):
        assert "PERIKSA a.xlsx Contoh!B1: ANGKA_KREDIT = #NUM!." in recalculate(*args).output


def test_what_libreoffice_computed_is_to_be_reviewed(tmp_path: Path, need_program: Callable[[str], str]) -> None:
    need_program("soffice")
    args = (fill(tmp_path / "in", {"a.xlsx": workbook({"B1": "=TODAY()"})}), "--keluar", tmp_path / "out")
    first, second = recalculate(*args), recalculate(*args)
    assert first.exit_code == 0 and "TINJAU a.xlsx: dihitung dengan LibreOffice" in first.output
    assert "1 perlu ditinjau" in first.output
    assert "DILEWATI a.xlsx: sudah selesai sebelumnya (perlu ditinjau)" in second.output


def done(folder: Path, identity: dict[str, str], pair: tuple[str, str] | None = None) -> dict[str, tuple[str, str]]:
    journal = Journal(folder, "T", identity)
    found = dict(journal.done)
    if pair:
        journal.record(Result("a", DIHITUNG, source=pair[0], result=pair[1]))
    journal.close(delivered=True)
    return found


def test_other_data_or_another_program_begins_anew(tmp_path: Path) -> None:
    done(tmp_path, IDENTITY, ("isi", "hasil"))
    assert done(tmp_path, IDENTITY) == {"isi": ("hasil", DIHITUNG), "hasil": ("hasil", DIHITUNG)}
    assert done(tmp_path, {"versi": "2"}) == {}
    assert done(tmp_path, IDENTITY) == {}


def told_by_a_process(data: Path) -> dict[str, object]:
    """The identity as a process tells it whose user has these imported data."""
    program = "import json; from angka_kredit.batch.snapshot import identity; print(json.dumps(identity(vote=True)))"
    environment = os.environ | {"ANGKA_KREDIT_DATA": str(data), "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True).stdout
    return dict(json.loads(told))


def test_the_identity_is_program_engines_and_data(tmp_path: Path) -> None:
    assert snapshot.key(snapshot.identity(vote=True)) != snapshot.key(snapshot.identity(vote=False))
    before = told_by_a_process(tmp_path)
    assert before == told_by_a_process(tmp_path)
    assert set(before) == {"versi", "mesin", "pembanding", "data"}
    assert set(before["mesin"]) == {"formualizer", "ironcalc"}
    fill(tmp_path, {"lampiran/pmb/20260102-030405-0123456789ab.csv": b"kode\n"})
    after = told_by_a_process(tmp_path)
    assert set(after["data"]) - set(before["data"]) == {"impor/lampiran/pmb/20260102-030405-0123456789ab.csv"}
    assert snapshot.key(before) != snapshot.key(after)


@pytest.mark.parametrize("cut", [1, 7, 60])
def test_half_a_line_is_no_line(tmp_path: Path, cut: int) -> None:
    done(tmp_path, IDENTITY, ("isi", "hasil"))
    path = tmp_path / HIDDEN / "selesai.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    assert set(done(tmp_path, IDENTITY)) < {"isi", "hasil"}


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "T", IDENTITY)
    with pytest.raises(Refused, match="proses hitung-ulang lain"):
        Journal(tmp_path, "U", IDENTITY)
    journal.close(delivered=True)
    Journal(tmp_path, "U", IDENTITY).close(delivered=True)


@pytest.mark.parametrize(("first", "second"), [("w", "w/sub"), ("w/sub", "w"), ("w", "link/sub")])
def test_two_runs_of_which_one_holds_the_folder_of_the_other_are_refused(
    tmp_path: Path, first: str, second: str
) -> None:
    before = contents(fill(tmp_path / "w", FILES))
    (tmp_path / "link").symlink_to(tmp_path / "w")
    journal = Journal(tmp_path / first, "T", IDENTITY)
    with pytest.raises(Refused, match=f"folder {(tmp_path / first).resolve()} sedang dikerjakan"):
        run([str(tmp_path / second)], Options())
    assert contents(tmp_path / "w") == before
    journal.close(delivered=True)
    with run([str(tmp_path / second)], Options()) as report:
        assert +report.status == {DIHITUNG: report.status.total()}


def test_runs_in_folders_beside_each_other_or_of_one_command_do_not_disturb(tmp_path: Path) -> None:
    fill(tmp_path, {**FILES, "sub2/a.xlsx": credit_file(3)})
    with run([str(tmp_path / "sub")], Options()) as one, run([str(tmp_path / "sub2")], Options()) as other:
        assert one.status[DIHITUNG] == other.status[DIHITUNG] == 1
    with run([str(tmp_path / "sub"), str(tmp_path)], Options()) as both:
        assert both.status.total() == 3 and len(both.journals) == 2


def test_a_button_that_stops_the_run_leaves_it_to_the_next(tmp_path: Path) -> None:
    data = credit_file(40)
    folder = fill(tmp_path / "in", {f"{number}.xlsx": data for number in range(30)})
    out = tmp_path / "out"

    def stop(done: int, total: int) -> None:
        if done == 5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        run([str(folder)], Options(output=str(out)), stop)
    assert not list(out.rglob("*.sementara"))
    with run([str(folder)], Options(output=str(out))) as report:
        assert sum(report.status.values()) == 30
    assert len(list(out.glob("*.xlsx"))) == 30
