"""Makes docs/gambar/dupak-*.png: every printed page of the filled-in DUPAK, rendered by LibreOffice with the add-in.

    python docs/gambar/pages.py

Needs soffice, fonts-crosextra-carlito and poppler's pdftoppm."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import office  # noqa: E402  (stands in tests/)

FORM = ROOT / "templates" / "pmb_ahli_muda_contoh.xlsx"
PAGES = ("data", "kegiatan", "1", "2", "3", "4", "daftar-1", "daftar-2")
SETTINGS = {**office.RECALCULATE_ALWAYS, "/org.openoffice.Setup/L10N": {"ooSetupSystemLocale": "id-ID"}}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        arguments = ["--headless", "--convert-to", "pdf", "--outdir", str(work), str(FORM)]
        process = office.start(arguments, work, office.build_addin(work), SETTINGS, office.clean_environment())
        process.wait(120)
        office.kill_group(process)
        subprocess.run(["pdftoppm", "-r", "80", "-png", work / f"{FORM.stem}.pdf", work / "page"], check=True)
        pictures = sorted(work.glob("page-*.png"))
        for name, picture in zip(PAGES, pictures, strict=True):
            (HERE / f"dupak-{name}.png").write_bytes(picture.read_bytes())


if __name__ == "__main__":
    main()
