"""What an import kept is what is used: a file that was changed, lost or added since disables its jabatan, in words."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from angka_kredit.positions import all_jabatan
from lampiran_contoh import HEADER, JENJANG, NAMA, Machine, as_csv

ROW = ["Ahli", "1", "1. Menilai", "Naskah", "0,5", "Muda"]
TABLE = as_csv([HEADER, ROW])
OTHER = as_csv([HEADER, [*ROW[:4], "0,7", "Muda"]])


def changed(name: str, before: str, after: str) -> Callable[[Path], None]:
    def change(data: Path) -> None:
        path = data / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    return change


def without_newest(data: Path) -> None:
    sorted((data / "lampiran" / "contoh").glob("*.csv"))[-1].unlink()


def renamed_newest(data: Path) -> None:
    newest = sorted((data / "lampiran" / "contoh").glob("*.csv"))[-1]
    newest.rename(newest.with_suffix(".lama"))


def an_older_one_made_newest(data: Path) -> None:
    older = sorted((data / "lampiran" / "contoh").glob("*.csv"))[0]
    (older.parent / f"29991231-235959-{older.stem[-12:]}.csv").write_bytes(older.read_bytes())


def another_factor(data: Path) -> None:
    (data / "regulations" / "impor_contoh" / "faktor_jenjang.toml").write_text("[faktor_jenjang.satu_di_atas]\n")


OF_THE_LAMPIRAN = {
    "newest deleted": (without_newest, "hilang sejak diimpor"),
    "newest renamed": (renamed_newest, "hilang sejak diimpor"),
    "an older one copied": (an_older_one_made_newest, "tidak berasal dari impor"),
}
OF_THE_JABATAN = {
    "factor": (changed("regulations/impor_contoh/regulation.toml", "persen = 100", "persen = 300"), "berubah sejak"),
    "ladder": (changed("regulations/impor_contoh/jenjang.csv", "Muda", "Mudah"), "berubah sejak"),
    "name": (changed("positions/contoh.toml", NAMA, "Jabatan Lain"), "berubah sejak"),
    "unsur lost": (lambda data: (data / "regulations/impor_contoh/unsur.csv").unlink(), "hilang sejak diimpor"),
    "table added": (another_factor, "tidak berasal dari impor"),
    "own file lost": (lambda data: (data / "positions/contoh.toml").unlink(), "hilang sejak diimpor"),
    "list lost": (lambda data: (data / "impor.json").unlink(), "tidak berasal dari impor"),
    "list damaged": (lambda data: (data / "impor.json").write_bytes(b"{"), "tidak terbaca"),
}


def is_disabled(machine: Machine, words: str) -> None:
    assert machine.call("ANGKA_KREDIT", "keahlian/1", 1, "Muda", "contoh") == "#N/A"
    assert words in machine.call("JELASKAN", "AK_SATUAN", "keahlian/1", "contoh")
    listed = machine.run("lampiran")
    assert listed.returncode == 0 and words in listed.stdout and "RUSAK" in listed.stdout
    assert machine.call("FAKTOR_JENJANG", "Muda", "Madya", "pmb") == 0.8  # nobody else is hurt


@pytest.mark.parametrize("case", OF_THE_LAMPIRAN)
def test_a_lampiran_lost_or_added_is_noticed_and_a_new_import_heals(machine: Machine, case: str) -> None:
    damage, words = OF_THE_LAMPIRAN[case]
    machine.new(OTHER)
    machine.again(TABLE)
    assert machine.call("ANGKA_KREDIT", "keahlian/1", 1, "Muda", "contoh") == 0.5
    damage(machine.data)
    is_disabled(machine, words)
    done = machine.again(TABLE)
    assert done.returncode == 0 and "aktif" in done.stdout, done.stderr  # within the same second: the same file again
    assert machine.call("ANGKA_KREDIT", "keahlian/1", 1, "Muda", "contoh") == 0.5
    assert "RUSAK" not in machine.run("lampiran").stdout


@pytest.mark.parametrize("case", OF_THE_JABATAN)
def test_a_jabatan_that_was_changed_is_noticed_and_its_ladder_given_again_heals(machine: Machine, case: str) -> None:
    damage, words = OF_THE_JABATAN[case]
    machine.new(TABLE)
    damage(machine.data)
    is_disabled(machine, words)
    kept = {path.read_bytes() for path in machine.data.rglob("*.*") if path.is_file() and path.suffix != ".json"}
    done = machine.again(TABLE)  # would make the damage look like an import's
    assert done.returncode == 1 and "--nama dan --jenjang" in done.stderr, done.stdout
    is_disabled(machine, words)
    done = machine.new(TABLE)
    assert done.returncode == 0, done.stderr
    assert machine.call("ANGKA_KREDIT", "keahlian/1", 1, "Muda", NAMA) == 0.5
    assert machine.call("ANGKA_KREDIT", "keahlian/1", 1, "Madya", "contoh") == "#N/A"
    assert "RUSAK" not in machine.run("lampiran").stdout
    assert kept <= {path.read_bytes() for path in machine.data.rglob("*.*") if path.is_file()}  # as backups


def test_a_mistyped_ladder_is_replaced_and_the_old_one_backed_up(machine: Machine) -> None:
    machine.new(TABLE)
    better = machine.file("baik.csv", JENJANG.replace("Ahli;3;Madya;IV/a;Pembina", "Ahli;3;Madya;IV/b;"))
    done = machine.again(TABLE, "contoh", "--jenjang", better)  # its name stays
    assert done.returncode == 0, done.stderr
    assert machine.call("JENJANG_DARI_GOLONGAN", "IV/b", "contoh", "keahlian") == "Madya"
    assert machine.call("AK_SATUAN", "keahlian/1", NAMA) == 0.5
    folder = machine.data / "regulations" / "impor_contoh"
    assert "IV/a" in (folder / "jenjang.cadangan-1.csv").read_text(encoding="utf-8")
    assert "RUSAK" not in machine.run("lampiran").stdout


def test_one_damaged_list_disables_every_import_and_each_heals_for_itself(machine: Machine) -> None:
    own = next(jabatan for jabatan in all_jabatan().values() if jabatan.metode == "butir_kegiatan")
    level = own.jenjang[-1]
    theirs = as_csv([["Butir Kegiatan", "AK", "Pelaksana"], ["1. Butir contoh", "0,02", level.nama]])
    machine.new(TABLE)
    machine.again(theirs, own.id)
    kode = f"{level.kategori}/1"
    assert machine.call("AK_SATUAN", kode, own.id) == 0.02
    (machine.data / "impor.json").write_bytes(b"rusak")
    assert machine.call("AK_SATUAN", kode, own.id) == "#N/A"
    assert machine.again(theirs, own.id).returncode == 0
    assert machine.call("AK_SATUAN", kode, own.id) == 0.02
    assert machine.call("AK_SATUAN", "keahlian/1", "contoh") == "#N/A"
    assert machine.new(TABLE).returncode == 0
    assert machine.call("AK_SATUAN", "keahlian/1", "contoh") == 0.5


def test_a_file_in_the_place_of_the_packages_jabatan_is_not_taken(machine: Machine) -> None:
    machine.new(TABLE)
    mine = (machine.data / "positions" / "contoh.toml").read_text(encoding="utf-8")
    (machine.data / "positions" / "pmb.toml").write_text(mine.replace('"contoh"', '"pmb"'), encoding="utf-8")
    assert machine.call("FAKTOR_JENJANG", "Muda", "Madya", "pmb") == "#N/A"
    assert "positions/pmb.toml tidak berasal dari impor" in machine.call("JELASKAN", "AK_SATUAN", "x", "pmb")
    for done in (machine.again(TABLE, "pmb"), machine.again(TABLE, "pmb", "--nama", "X", "--jenjang", "jenjang.csv")):
        assert done.returncode == 1 and ("Pindahkan" in done.stderr or "sudah ada" in done.stderr)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("positions/contoh.toml", 'id = "contoh"', "id = "),
        ("regulations/impor_contoh/jenjang.csv", "Muda", "Mudah"),
    ],
)
def test_what_the_list_confirms_but_the_program_cannot_read_is_said_in_indonesian(
    machine: Machine, name: str, before: str, after: str
) -> None:
    machine.new(TABLE)
    path, listed = machine.data / name, machine.data / "impor.json"
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    changed(name, before, after)(machine.data)
    listed.write_text(listed.read_text("utf-8").replace(old, hashlib.sha256(path.read_bytes()).hexdigest()), "utf-8")
    is_disabled(machine, "tidak dapat dipakai: isinya tidak cocok dengan versi program ini. Impor ulang")


def test_the_list_has_every_file_by_its_checksum_and_lampiran_shows_them(machine: Machine) -> None:
    machine.new(TABLE)
    (path,) = machine.kept()
    entry = json.loads((machine.data / "impor.json").read_text(encoding="utf-8"))["contoh"]
    files = [file for file in machine.data.rglob("*.*") if file.is_file() and file.name != "impor.json"]
    on_disk = {f.relative_to(machine.data).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}
    assert entry["files"] == on_disk and len(on_disk) == 5
    assert entry["active"] == path.relative_to(machine.data).as_posix()
    listed = machine.run("lampiran").stdout
    assert all(check in listed and str(machine.data / name) in listed for name, check in on_disk.items())


def test_a_file_that_is_not_there_is_named_with_what_it_is(machine: Machine) -> None:
    table, ladder = machine.file("l.csv", TABLE), machine.file("j.csv", JENJANG)
    absent = machine.folder / "tidak ada.csv"
    for berkas, jenjang, words in ((absent, ladder, "BERKAS "), (table, absent, "--jenjang ")):
        done = machine.run("impor-lampiran", berkas, "--jabatan", "contoh", "--nama", NAMA, "--jenjang", jenjang)
        assert done.returncode == 1 and f"{words}{absent}: berkas tidak ada" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe whose reader leaves")
def test_a_reader_that_leaves_early_does_not_stop_the_import(machine: Machine) -> None:
    rows = [
        ["Ahli", str(n), f"{n}. Menilai contoh {n} {'panjang ' * 400}", "Naskah", "0,5", "-"] for n in range(1, 400)
    ]
    ladder, table = machine.file("j.csv", JENJANG), machine.file("l.csv", as_csv([HEADER, *rows]))
    code = "from angka_kredit.cli import main; main()"
    args = ["impor-lampiran", table, "--jabatan", "contoh", "--nama", NAMA, "--jenjang", ladder]
    command = [sys.executable, "-c", code, *map(str, args), "--lampiran", str(machine.data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        first = [process.stdout.readline(), process.stdout.readline()]
        process.stdout.close()
    assert "399 baris" in first[0] and "Disimpan dan aktif" in first[1]
    assert machine.call("AK_SATUAN", "keahlian/399", "contoh") == 0.5
