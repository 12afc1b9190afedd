"""The commands as a person runs them, each in a process of its own: import, compute with it, list it."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from angka_kredit.positions import all_jabatan
from lampiran_contoh import HEADER, JENJANG, NAMA, Machine, as_csv
from sheets import cached, workbook

ROWS: list[list[object]] = [
    ["Ahli", "1", "1. Persiapan", "", "", ""],
    ["Ahli", "1.a", "1. Persiapan > a. Mengumpulkan data", "Laporan", "0,00033", "JC. Muda"],
    ["Ahli", "2", "2. Menilai", "Naskah", "1,5", "Pertama/Muda"],
    ["Ahli", "3", "3. Mengajar", "Jam", "0,5", "Semua jenjang"],
    ["Terampil", "1", "1. Menyalin", "Lembar", "0,001", "Mahir"],
]
TABLE = as_csv([HEADER, *ROWS])


def test_a_new_jabatan_computes_in_a_fresh_process(machine: Machine) -> None:
    done = machine.new(TABLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 baris: 0 cocok" in done.stdout and "4 butir baru, 1 judul" in done.stdout
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == 0.00033
    assert machine.call("ANGKA_KREDIT", "KEAHLIAN/1.A", 10000, "Ahli Muda", "jabatan contoh") == 3.3
    assert machine.call("ANGKA_KREDIT", "keahlian/2", 2, "Pertama", "contoh") == 3
    assert machine.call("ANGKA_KREDIT", "keahlian/3", 2, "Madya", "contoh") == 1
    assert machine.call("PANGKAT", "III/c") == "Penata"
    words = machine.call("JELASKAN", "ANGKA_KREDIT", "keahlian/1.a", 1, "Muda", "contoh")
    assert "Lampiran lampiran.csv, baris 3. Status: impor" in words and "(bacaan kami)" in words


def test_a_rule_that_nobody_gave_is_absent_and_says_so(machine: Machine) -> None:
    machine.new(TABLE)
    for jenjang, butir in (("Madya", "keahlian/1.a"), ("Mahir", "keahlian/3"), ("Mahir", "keahlian/1.a")):
        assert machine.call("ANGKA_KREDIT", butir, 1, jenjang, "contoh") == "#N/A"
    words = machine.call("JELASKAN", "ANGKA_KREDIT", "keahlian/1.a", 1, "Madya", "contoh")
    assert "Aturan tugas di luar jenjang sendiri tidak ikut diimpor" in words
    assert machine.call("AK_KUMULATIF", "III/c", "contoh") == "#N/A"
    assert machine.call("PORSI_PENULIS", 2, 1, "contoh") == "#N/A"
    assert "tanggal berlaku tidak tercatat" in str(machine.call("DASAR_HUKUM", "contoh"))


def test_what_is_kept_is_dated_and_checksummed_and_in_the_packages_own_format(machine: Machine) -> None:
    machine.new(TABLE)
    (path,) = machine.kept()
    stamp, _, check = path.stem.rpartition("-")
    assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(check) and len(check) == 12
    assert len(stamp) == len("20261121-010203")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0].values()) == [
        *("keahlian/1.a", "", "1. Persiapan > a. Mengumpulkan data", "Muda", "Laporan", "0.00033"),
        *("Lampiran lampiran.csv, baris 3", "impor"),
    ]
    assert [row["jenjang"] for row in rows] == ["Muda", "Pertama;Muda", "semua keahlian", "Mahir"]
    listed = machine.run("lampiran").stdout
    for words in (NAMA, "impor, aktif", "4 butir, 4 dengan angka kredit", str(path)):
        assert words in listed
    assert hashlib.sha256(path.read_bytes()).hexdigest() in listed
    assert all(jabatan.nama in listed for jabatan in all_jabatan().values())  # the package's too


def test_the_newest_is_active_and_what_it_lacks_is_said(machine: Machine) -> None:
    machine.new(TABLE)
    same = machine.again(machine.folder.joinpath("lampiran.csv").read_bytes())
    assert same.returncode == 0 and len(machine.kept()) == 2  # another file name is another rujukan
    less = machine.again(as_csv([HEADER, [*ROWS[1][:4], "0,5", "Muda"]]))
    assert "3 kode dari impor sebelumnya tidak ada lagi" in less.stdout
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == 0.5
    assert machine.call("AK_SATUAN", "keahlian/2", "contoh") == "#N/A"
    again = machine.again(as_csv([HEADER, [*ROWS[1][:4], "0,5", "Muda"]]))
    assert "Tidak ada yang berubah" in again.stdout and len(machine.kept()) == 3
    assert machine.run("lampiran").stdout.count("tidak aktif") == 2


def test_a_credit_that_another_import_changes_is_said(machine: Machine) -> None:
    machine.new(TABLE)
    other = ["Ahli", "2", "2. Menilai", "Naskah", "1,55", "Pertama/Muda"]
    done = machine.again(as_csv([HEADER, *ROWS[:2], other, *ROWS[3:]]))
    assert "1 angka kredit berubah" in done.stdout and "keahlian/2: 1,5 menjadi 1,55" in done.stdout


def test_a_jabatan_whose_credit_is_no_butirs_takes_no_lampiran(machine: Machine) -> None:
    by_performance = [jabatan.id for jabatan in all_jabatan().values() if jabatan.metode == "kinerja"]
    for jabatan in by_performance:
        done = machine.again(TABLE, jabatan)
        assert done.returncode != 0 and "nilai kinerja" in done.stderr and not machine.kept(jabatan)
    assert by_performance


def test_a_clock_that_went_back_does_not_bring_back_the_old(machine: Machine) -> None:
    machine.new(TABLE)
    (path,) = machine.kept()
    path.rename(path.with_name(f"29991231-235959-{path.stem[-12:]}.csv"))
    machine.again(as_csv([HEADER, [*ROWS[1][:4], "0,5", "Muda"]]))
    assert machine.kept()[-1].name.startswith("30000101-000000-")
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == 0.5


def test_what_one_machine_kept_another_takes_with_the_same_kode(machine: Machine, tmp_path: Path) -> None:
    machine.new(TABLE)
    other = Machine(tmp_path / "lain")
    other.folder.mkdir()
    assert other.new(machine.kept()[0].read_bytes()).returncode == 0
    assert other.call("AK_SATUAN", "keahlian/1.a", "contoh") == 0.00033
    kodes = [[row["kode"] for row in csv.DictReader(m.kept()[0].open(encoding="utf-8"))] for m in (machine, other)]
    assert kodes[0] == kodes[1]


def test_unsur_of_the_table_become_the_jabatans(machine: Machine) -> None:
    header = ["kategori", "unsur_kode", "unsur", "subunsur_kode", "subunsur", *HEADER[1:]]
    machine.new(
        as_csv([header, ["Ahli", "II", "Pelayanan", "B", "Layanan", "1", "1. Melayani", "Kali", "0,5", "Muda"]])
    )
    assert machine.call("URAIAN_BUTIR", "keahlian/II.B.1", "contoh") == "1. Melayani"
    words = machine.call("JELASKAN", "URAIAN_BUTIR", "keahlian/II.B.1", "contoh")
    assert "unsur keahlian/II.B Layanan" in words
    machine.again(as_csv([header, ["Ahli", "III", "Lain", "-", "", "1", "1. Mengolah", "Kali", "0,5", "Muda"]]))
    assert "unsur keahlian/III Lain" in machine.call("JELASKAN", "URAIAN_BUTIR", "keahlian/III.1", "contoh")


def test_one_refused_row_keeps_everything_as_it_was(machine: Machine) -> None:
    machine.new(TABLE)
    before = {path: path.read_bytes() for path in machine.data.rglob("*") if path.is_file()}
    for wrong, words in (
        (["Ahli", "9", "9. Lain", "", "1.234", "Muda"], "ribuan atau desimal"),
        (["Ahli", "2", "2. Menilai", "Naskah", "1,6", "Pertama/Muda"], "ganda: sama dengan baris 4"),
        (["Ahli", "9", "9. Lain", "", "1", "Utama"], "bukan jenjang"),
    ):
        done = machine.again(as_csv([HEADER, *ROWS, wrong]))
        assert done.returncode == 1 and words in done.stdout
        assert "tidak ada yang disimpan" in done.stderr
    for broken in (b"", b"\x81", b"PK\x03\x04", as_csv([HEADER, *ROWS[:1]])):
        assert machine.again(broken).returncode == 1
    assert {path: path.read_bytes() for path in machine.data.rglob("*") if path.is_file()} == before
    assert machine.call("AK_SATUAN", "keahlian/2", "contoh") == 1.5


def test_a_refused_new_jabatan_leaves_nothing(machine: Machine) -> None:
    assert machine.new(as_csv([HEADER, ["Ahli", "1", "1. Lain", "", "1", "Utama"]])).returncode == 1
    assert not machine.data.exists()


def test_a_changed_file_is_refused_in_words_and_a_new_import_heals(machine: Machine) -> None:
    machine.new(TABLE)
    (path,) = machine.kept()
    path.write_bytes(path.read_bytes().replace(b"0.00033", b"0.00034"))
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == "#N/A"
    assert "berubah sejak diimpor" in machine.call("JELASKAN", "AK_SATUAN", "keahlian/1.a", NAMA)
    assert "RUSAK" in machine.run("lampiran").stdout
    assert machine.call("FAKTOR_JENJANG", "Muda", "Madya", "pmb") == 0.8  # nobody else is hurt
    assert machine.again(TABLE).returncode == 0
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == 0.00033


def test_a_damaged_jabatan_is_told_and_can_be_made_again(machine: Machine) -> None:
    machine.new(TABLE)
    position = machine.data / "positions" / "contoh.toml"
    position.write_bytes(b"bukan toml")
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == "#N/A"
    assert "tidak dapat dipakai" in machine.call("JELASKAN", "AK_SATUAN", "keahlian/1.a", "contoh")
    assert "RUSAK" in machine.run("lampiran").stdout
    assert machine.new(TABLE).returncode == 0
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == 0.00033
    assert machine.run("lampiran").stdout.count("contoh  ") == 1


def test_a_trial_keeps_nothing_and_a_report_has_every_row(machine: Machine) -> None:
    report = machine.folder / "laporan.csv"
    done = machine.new(
        as_csv([HEADER, *ROWS, ["", "", "=2+3", "", "1", "Muda"]]), "l.csv", "--uji", "--laporan", report
    )
    assert done.returncode == 1 and not machine.data.exists()
    done = machine.new(TABLE, "l.csv", "--uji", "--laporan", report)
    assert done.returncode == 0 and "tidak ada yang disimpan" in done.stdout and not machine.data.exists()
    rows = list(csv.reader(report.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [row[1] for row in rows[1:]] == ["judul", "baru", "baru", "baru", "baru"]
    assert rows[2] == ["3", "baru", "keahlian/1.a", "Muda", "0,00033", "1. Persiapan > a. Mengumpulkan data", ""]


@pytest.mark.parametrize(
    ("ladder", "words"),
    [
        (JENJANG.replace(";Mahir;III/a;Penata Muda", ";Mahir;III/a;Pembina"), "baris 4: "),
        (JENJANG.replace("Terampil;2;Mahir", "Terampil;3;Mahir"), "urutan jenjang keterampilan harus 1 sampai 2"),
        (JENJANG.replace("III/b", "III/a"), "tidak cocok"),
        (JENJANG.replace("Ahli;1;Pertama;III/b;Penata Muda Tingkat I", "Ahli;1;Pertama;III/a;"), "tertulis dua kali"),
        (JENJANG.replace("Ahli;3;Madya", "Ahli;3;Muda"), "satu nama jenjang"),
        (JENJANG.replace("Ahli;3;Madya", "Umum;3;Madya"), "kategori 'Umum' tidak dikenal"),
        (JENJANG.replace("IV/a;Pembina", "V/a;"), "baris 8"),
        (JENJANG.replace("golongan", "gol"), "--jenjang salah.csv: tabel jenjang tidak berisi kolom"),
        (
            JENJANG.replace("Ahli;1;Pertama;III/b;Penata Muda Tingkat I", "Ahli;1;Pertama;III/d;"),
            "golongan ruang keahlian harus naik: Muda III/c tertulis di atas Pertama III/d",
        ),
        (JENJANG.splitlines()[0], "tidak ada baris"),
    ],
)
def test_a_wrong_ladder_is_refused_by_row(machine: Machine, ladder: str, words: str) -> None:
    wrong, table = machine.file("salah.csv", ladder), machine.file("l.csv", TABLE)
    done = machine.run("impor-lampiran", table, "--jabatan", "contoh", "--nama", NAMA, "--jenjang", wrong)
    assert done.returncode == 1 and words in done.stderr and not machine.data.exists()


def test_a_workbook_is_recalculated_with_the_imported_credits(machine: Machine) -> None:
    machine.new(TABLE)
    book = machine.file("isi.xlsx", workbook({"A1": '=ANGKA_KREDIT("keahlian/1.a",10,"Muda","contoh")'}))
    done = machine.run("hitung-ulang", book, "--keluar", machine.folder / "hasil")
    assert done.returncode == 0, done.stdout + done.stderr
    assert cached(machine.folder / "hasil" / book.name)["A1"] == 0.0033


def test_a_new_jabatan_takes_nobodys_name_and_a_plain_id(machine: Machine) -> None:
    ladder, table = machine.file("jenjang.csv", JENJANG), machine.file("l.csv", TABLE)
    other = next(iter(all_jabatan().values()))
    for jabatan, nama, words in (
        (other.id, NAMA, "sudah ada"),
        ("contoh", other.nama.upper(), "sudah ada"),
        ("../contoh", NAMA, "huruf kecil"),
        ("contoh", "\n", "huruf kecil"),
    ):
        done = machine.run("impor-lampiran", table, "--jabatan", jabatan, "--nama", nama, "--jenjang", ladder)
        assert done.returncode == 1 and words in done.stderr
    done = machine.run("impor-lampiran", table, "--jabatan", "contoh", "--nama", NAMA)
    assert "isi --nama dan --jenjang" in done.stderr
    done = machine.run("impor-lampiran", table, "--jabatan", "contoh")
    assert "Untuk jabatan baru, isi juga --nama dan --jenjang" in done.stderr
    assert not machine.data.exists()


def test_a_jabatan_of_the_package_gets_its_credits(machine: Machine) -> None:
    """Matched by words and jenjang; the kode stays ours, and the rows that the file lacks stay without credit."""
    jabatan, butir = next(
        (jabatan, butir)
        for jabatan in all_jabatan().values()
        if jabatan.metode == "butir_kegiatan"
        for butir in jabatan.butir.values()
        if butir.ak is None and len(butir.jenjang) == 1
    )
    owner = butir.jenjang[0].nama
    assert machine.call("AK_SATUAN", butir.kode, jabatan.id) == "#N/A"
    done = machine.again(
        as_csv(
            [
                ["Butir Kegiatan", "AK", "Pelaksana"],
                [f"1. {butir.uraian.upper()}", "0,014", f"{jabatan.nama} {owner}"],
                ["2. Butir contoh yang baru", "0,02", owner],
            ]
        ),
        jabatan.nama,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 cocok" in done.stdout and "1 butir baru" in done.stdout and "tetap tanpa angka kredit" in done.stdout
    assert machine.call("AK_SATUAN", butir.kode, jabatan.id) == 0.014
    assert machine.call("ANGKA_KREDIT", butir.kode, 2, owner, jabatan.id) == 0.028
    assert machine.call("URAIAN_BUTIR", butir.kode, jabatan.id) == butir.uraian
    assert machine.call("AK_SATUAN", f"{butir.jenjang[0].kategori}/2", jabatan.id) == 0.02
    assert "impor, aktif" in machine.run("lampiran").stdout


def test_an_import_that_stopped_half_way_is_not_seen_and_can_be_repeated(machine: Machine) -> None:
    machine.new(TABLE)
    (machine.data / "positions" / "contoh.toml").unlink()  # it is written last
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == "#N/A"
    assert machine.new(TABLE).returncode == 0
    assert machine.call("AK_SATUAN", "keahlian/1.a", "contoh") == 0.00033


def test_the_folder_is_the_one_asked_for(machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine.new(TABLE)
    found = machine.run("lampiran")
    assert f"Folder data impor: {machine.data.resolve()}" in found.stdout
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(tmp_path / "lain"))
    assert "contoh  " in machine.run("lampiran").stdout  # --lampiran comes before the environment
    machine.data = tmp_path / "tidak ada"
    done = machine.run("jelaskan", "x.xlsx")
    assert done.returncode == 2 and "--lampiran" in done.stderr
