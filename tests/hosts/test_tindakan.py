"""The registry of buttons, and the one entry that they all go through."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from angka_kredit.errors import Refused
from angka_kredit.hosts import log
from angka_kredit.hosts.tindakan import KELOMPOK, TINDAKAN, Dihentikan, Host, jalankan, tindakan
from berkas_host import BerkasHost


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def raising(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> BerkasHost:
    """A host whose button `bantuan` raises."""

    def kerjakan(host: Host) -> None:
        raise error

    monkeypatch.setattr("angka_kredit.hosts.tindakan.bantuan.kerjakan", kerjakan)
    host = BerkasHost()
    jalankan("bantuan", host)
    return host


def test_every_button_is_whole() -> None:
    assert len({each.kunci for each in TINDAKAN}) == len(TINDAKAN)
    assert [each.kelompok for each in TINDAKAN] == sorted(
        (each.kelompok for each in TINDAKAN), key=KELOMPOK.index
    )  # a group's buttons stand together
    for each in TINDAKAN:
        assert callable(each.kerjakan) and each.kunci.isidentifier()
        assert each.label and each.ikon and 20 < len(each.tip) <= 255


def test_a_key_that_is_none() -> None:
    with pytest.raises(KeyError):
        tindakan("hapus_semua")


def test_the_registry_loads_with_the_standard_library_alone() -> None:
    code = (
        "import sys, angka_kredit.hosts.tindakan as t; [each.kerjakan for each in t.TINDAKAN];"
        "names = {name.partition('.')[0] for name in sys.modules};"
        "print(*sorted(names & {'openpyxl', 'formualizer', 'ironcalc', 'xlsxwriter', 'click', 'pandas', 'xlwings'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_refusal_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert raising(Refused("berkas rusak"), monkeypatch).dikatakan == ["Berkas rusak."]


def test_a_closed_dialog_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert raising(Dihentikan(), monkeypatch).dikatakan == []


def test_a_library_that_is_not_here_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    (said,) = raising(ModuleNotFoundError("No module", name="formualizer"), monkeypatch).dikatakan
    assert "'formualizer'" in said


class Panic(BaseException):
    """As the engines' own panics, which are no Exception."""


def test_a_fault_of_ours_is_told_and_logged_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    (said,) = raising(Panic("CONTOH PEGAWAI, 198501012010012999"), monkeypatch).dikatakan
    path = log.log_file()
    assert path and str(path) in said and "Panic" in said
    written = path.read_text(encoding="utf-8")
    assert "bantuan gagal" in written and "Panic hosts/tindakan/jalankan.py:" in written
    assert "PEGAWAI" not in written and "1985" not in written


def test_the_log_stays_small(data: Path) -> None:
    for _ in range(3):
        (data / "log").mkdir(parents=True, exist_ok=True)
        (data / "log" / "angka-kredit.log").write_text("x" * (log.LARGEST - 10))
        log.catat("periksa", "selesai", 1.25)
    sizes = sorted(path.stat().st_size for path in (data / "log").iterdir())
    assert len(sizes) == 2 and sizes[0] < 200 and sizes[1] < log.LARGEST
    assert " periksa selesai 1.2 s\n" in (data / "log" / "angka-kredit.log").read_text()


def test_a_log_that_cannot_be_written_stops_nobody(data: Path) -> None:
    data.write_text("a file where the folder should be")
    host = BerkasHost()
    jalankan("bantuan", host)
    assert len(host.dikatakan) == 1


def test_bantuan_names_every_button_and_the_log() -> None:
    host = BerkasHost()
    jalankan("bantuan", host)
    assert all(each.label in host.dikatakan[0] for each in TINDAKAN) and "angka-kredit.log" in host.dikatakan[0]


@pytest.mark.parametrize(
    "kunci", ["isi_otomatis", "bekukan", "hitung_ulang", "periksa", "jelaskan_sel", "perbaiki_rumus"]
)
def test_without_a_workbook(kunci: str) -> None:
    host = BerkasHost()
    jalankan(kunci, host)
    assert host.dikatakan == ["Tidak ada buku kerja yang terbuka; buka berkasnya, lalu ulangi."]
