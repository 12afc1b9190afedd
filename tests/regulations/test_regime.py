"""What the loader refuses in the data of the regime."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from angka_kredit.errors import DataError
from angka_kredit.regulations import load, regime, sources

CACHED: list[Callable[[], object]] = [
    regime.regulasi,
    regime.jenjang,
    regime.koefisien,
    regime.naik_pangkat,
    regime.naik_jenjang,
    regime.dalam_jenjang,
    regime.nilai_dasar,
    regime.predikat,
    regime.pendidikan_tambahan,
    regime.rezim,
    regime.nilai_kinerja,
    regime.periode_naik,
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the data that a test may damage."""
    copy = tmp_path / "regulations"
    for name in ("perbkn_3_2023", "kinerja_2016", "umum"):
        shutil.copytree(load.FOLDER / name, copy / name)
    monkeypatch.setattr(load, "FOLDER", copy)
    monkeypatch.setattr(regime, "FOLDER", copy / "perbkn_3_2023")
    clear()
    yield copy
    clear()


def clear() -> None:
    for function in (*CACHED, sources.read):
        function.cache_clear()  # type: ignore[attr-defined]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_copy_loads(folder: Path) -> None:
    for function in CACHED:
        assert function()


@pytest.mark.parametrize(
    ("name", "old", "new", "function"),
    [
        ("perbkn_3_2023/koefisien.csv", "3.75", "tiga", regime.koefisien),
        ("perbkn_3_2023/koefisien.csv", "Pemula", "Pemulia", regime.koefisien),
        ("perbkn_3_2023/koefisien.csv", "peraturan_lain", "kabar", regime.koefisien),
        ("perbkn_3_2023/koefisien.csv", "jenjang,ak,", "jenjang,koefisien,", regime.koefisien),
        ("perbkn_3_2023/naik_pangkat.csv", "Terampil", "Pemula", regime.naik_pangkat),
        ("perbkn_3_2023/naik_jenjang.csv", "II/c", "II/b", regime.naik_jenjang),
        ("perbkn_3_2023/dalam_jenjang.csv", "III/b", "III/a", regime.dalam_jenjang),
        ("perbkn_3_2023/nilai_dasar.csv", "Peraturan BKN 3/2023", "", regime.nilai_dasar),
        ("perbkn_3_2023/predikat.csv", "Sangat Kurang", "Kurang", regime.predikat),
        ("perbkn_3_2023/rezim.csv", "integrasi", "peralihan", regime.rezim),
        ("perbkn_3_2023/rezim.csv", "2019", "2019.5", regime.rezim),
        ("kinerja_2016/nilai_kinerja.csv", "Infinity", "", regime.nilai_kinerja),
        ("umum/periode_naik.csv", "bulan", "tanggal", regime.periode_naik),
    ],
)
def test_a_damaged_table_is_refused(
    folder: Path, name: str, old: str, new: str, function: Callable[[], object]
) -> None:
    edit(folder / name, old, new)
    with pytest.raises(DataError):
        function()


def test_an_absent_table_is_refused(folder: Path) -> None:
    (folder / "perbkn_3_2023" / "predikat.csv").unlink()
    with pytest.raises(DataError, match="predikat"):
        regime.predikat()


def test_a_second_share_for_a_diploma_is_refused(folder: Path) -> None:
    path = folder / "perbkn_3_2023" / "pendidikan_tambahan.csv"
    path.write_text(path.read_text(encoding="utf-8") + "30,x,naskah,\n", encoding="utf-8")
    with pytest.raises(DataError, match="one row"):
        regime.pendidikan_tambahan()
