"""The wheel: one top-level name, everything it needs inside. (The tests themselves run on the installed wheel.)"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_only_our_package_reaches_site_packages(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"angka_kredit"}


def test_data_and_templates_travel_inside(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    checkout = ROOT / "udfs"
    for file in checkout.rglob("*"):
        if file.suffix in (".py", ".toml", ".csv"):
            assert file.relative_to(checkout).as_posix() in inside
    for file in (ROOT / "templates").rglob("*.toml"):
        assert f"angka_kredit/bundled/{file.relative_to(ROOT).as_posix()}" in inside
