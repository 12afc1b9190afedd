"""Which files a run is about: folders, links, names that collide. Nothing is computed here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from angka_kredit.batch.plan import BadPlan, Plan, make_plan
from angka_kredit.batch.result import DILEWATI, DITOLAK
from angka_kredit.batch.task import HIDDEN
from folders import fill

ANY = b"isi"


def named(plan: Plan) -> list[str]:
    return [task.name for task in plan.tasks]


def test_a_folder_is_searched_to_its_depth(tmp_path: Path) -> None:
    names = ["a.xlsx", "b/c/d.XLSM", "b/e.xlsx"]
    others = ["~$a.xlsx", "b/f.xls", f"{HIDDEN}/2026/a.xlsx", f"b/{HIDDEN}/g.xlsx", "catatan.txt"]
    fill(tmp_path / "in", dict.fromkeys([*names, *others], ANY))
    plan = make_plan([str(tmp_path / "in")], str(tmp_path / "out"))
    assert sorted(named(plan)) == names and plan.aside == []
    assert {task.target for task in plan.tasks} == {str(tmp_path / "out" / name) for name in names}
    assert plan.tasks[0].backup("T") == str(tmp_path / "out" / HIDDEN / "T" / plan.tasks[0].name)


def test_in_place_every_result_takes_its_own_file_place(tmp_path: Path) -> None:
    fill(tmp_path, {"a/x.xlsx": ANY, "b/x.xlsx": ANY})
    plan = make_plan([str(tmp_path / "a"), str(tmp_path / "b/x.xlsx")], None)
    assert [(task.target, task.home) for task in plan.tasks] == [
        (str(tmp_path / "a/x.xlsx"), str(tmp_path / "a")),
        (str(tmp_path / "b/x.xlsx"), str(tmp_path / "b")),
    ]
    assert len(set(named(plan))) == 2


def test_results_and_the_report_inside_the_folder_are_not_searched(tmp_path: Path) -> None:
    fill(tmp_path, {"a.xlsx": ANY, "hasil/a.xlsx": ANY, "laporan.xlsx": ANY, "b/hasil/c.xlsx": ANY})
    plan = make_plan([str(tmp_path)], str(tmp_path / "b/../hasil"), tmp_path / "laporan.xlsx")
    assert sorted(named(plan)) == ["a.xlsx", "b/hasil/c.xlsx"]


def test_links_are_named_and_never_followed(tmp_path: Path) -> None:
    fill(tmp_path, {"in/a.xlsx": ANY, "luar/rahasia.xlsx": ANY})
    (tmp_path / "in/tautan.xlsx").symlink_to(tmp_path / "luar/rahasia.xlsx")
    (tmp_path / "in/folder").symlink_to(tmp_path / "luar")
    (tmp_path / "in/putaran").symlink_to(tmp_path / "in")
    plan = make_plan([str(tmp_path / "in")], None)
    assert named(plan) == ["a.xlsx"]
    skipped = {Path(result.name).name: result.status for result in plan.aside}
    assert skipped == dict.fromkeys(["tautan.xlsx", "folder", "putaran"], DILEWATI)


def test_in_place_a_link_that_was_named_stands_for_its_file(tmp_path: Path) -> None:
    fill(tmp_path, {"in/a.xlsx": ANY})
    (tmp_path / "tautan.xlsx").symlink_to(tmp_path / "in/a.xlsx")
    (task,) = make_plan([str(tmp_path / "tautan.xlsx")], None).tasks
    assert task.target == str(tmp_path / "in/a.xlsx")


@pytest.mark.parametrize("names", [("satu/a.xlsx", "dua/a.xlsx"), ("satu/a.xlsx", "dua/A.XLSX")])
def test_two_files_with_one_target_are_refused(tmp_path: Path, names: tuple[str, str]) -> None:
    fill(tmp_path, dict.fromkeys(names, ANY))
    paths = [str(tmp_path / name) for name in names]
    with pytest.raises(BadPlan, match="saling menimpa"):
        make_plan(paths, str(tmp_path / "hasil"))
    assert len(make_plan(paths, None).tasks) == 2


def test_one_file_that_was_named_twice_is_done_once(tmp_path: Path) -> None:
    fill(tmp_path, {"in/sub/a.xlsx": ANY})
    paths = [str(tmp_path / path) for path in ("in", "in/sub/a.xlsx", "in/sub")]
    assert len(make_plan(paths, None).tasks) == 1
    assert len(make_plan([paths[1], paths[2]], str(tmp_path / "out")).tasks) == 1


def test_a_result_never_takes_the_place_of_an_input(tmp_path: Path) -> None:
    fill(tmp_path, {"a.xlsx": ANY, "in/a.xlsx": ANY})
    with pytest.raises(BadPlan, match="--keluar"):
        make_plan([str(tmp_path / "a.xlsx")], str(tmp_path / "in/.."))
    fill(tmp_path, {"lain/in/b.xlsx": ANY, "in/b.xlsx": ANY})
    with pytest.raises(BadPlan, match="--keluar"):
        make_plan([str(tmp_path / "lain"), str(tmp_path / "in/b.xlsx")], str(tmp_path))
    with pytest.raises(BadPlan, match="laporan"):
        make_plan([str(tmp_path / "a.xlsx")], None, tmp_path / "a.xlsx")


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    os.mkfifo(tmp_path / "pipa.xlsx")
    plan = make_plan([str(tmp_path / name) for name in ("kosong", "tak ada.xlsx", "pipa.xlsx")], None)
    assert plan.tasks == [] and [result.status for result in plan.aside] == [DITOLAK] * 3
    assert [result.words.split(";")[0] for result in plan.aside] == [
        "tidak ada berkas .xlsx atau .xlsm di folder ini",
        "berkas tidak ada",
        "bukan berkas dan bukan folder",
    ]
