"""Makes docs/gambar/libreoffice-*.png: the form, the menu, the function wizard and an error with its explanation.

    python docs/gambar/libreoffice_layar.py

Needs soffice, python3-uno, Xvfb and ImageMagick's import. Indonesian settings, so that formulas look as typed."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import xlsxwriter
from screenshot import SETTINGS, office, picture, screen

from angka_kredit.resources import folder

HERE = Path(__file__).parent
FORM = folder("templates") / "pmb_ahli_muda_contoh.xlsx"


def main() -> None:
    with tempfile.TemporaryDirectory() as name, screen(1024, 640) as display:
        work = Path(name)
        form = work / FORM.name  # LibreOffice leaves a lock beside what it opens
        form.write_bytes(FORM.read_bytes())
        write_example(work / "salah.xlsx")
        example, pipe = write_example(work / "contoh.xlsx"), f"gambar_{work.name}"
        environment = {**office.clean_environment(), "DISPLAY": display}
        picture(display)  # waits until the screen is there
        arguments = [f"--accept=pipe,name={pipe};urp"]
        process = office.start(arguments, work, office.build_addin(work), SETTINGS, environment)
        try:
            words = [office.uno_python(), str(HERE / "uno_layar.py"), pipe, str(form), str(example), str(HERE)]
            subprocess.run([str(word) for word in words], env=environment, check=True)
        finally:
            office.kill_group(process)


def write_example(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        head = book.add_format({"bold": True, "bg_color": "#DCE6F1"})
        sheet = book.add_worksheet("Contoh")
        sheet.set_column("A:C", 28)
        sheet.write_row("A1", ["Kegiatan", "Angka kredit", "Volume"], head)
        rows = (("Butir jenjang sendiri", 4, "Ahli Muda"), ("Butir satu jenjang di atas", 12, "Ahli Madya"))
        for number, (words, volume, jenjang) in enumerate((*rows, ("Volume salah ketik", -1, "Ahli Muda")), start=2):
            sheet.write_row(f"A{number}", [words, "", volume])
            formula = f'=ANGKA_KREDIT(0.014,C{number},"Ahli Muda","pmb","{jenjang}")'
            sheet.write_formula(f"B{number}", formula, None, office.SEED)
    return path


if __name__ == "__main__":
    main()
