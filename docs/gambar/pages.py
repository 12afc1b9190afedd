"""Makes the pictures of docs/formulir, docs/rekap.md, docs/periksa.md and docs/pasang-rumus.md: the printed pages of
the filled-in examples, of an office report, of a report of findings, and of an agency's own form, rendered by
LibreOffice with the add-in and in Indonesian.

    python docs/gambar/pages.py [EXAMPLE ...]

Only the pages of these examples ('rekap', 'periksa': the reports; 'pasang-rumus': the agency's form) where some are
named.

Needs soffice, fonts-crosextra-carlito, poppler's pdftoppm and pdftotext, and ImageMagick's convert."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import groupby
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests" / part) for part in ("", "kenal", "periksa")]

import buku_periksa  # noqa: E402  (these stand in tests/)
import tanam_aturan  # noqa: E402
import tanam_lembar  # noqa: E402

import formulir_instansi  # noqa: E402
import kantor  # noqa: E402
import office  # noqa: E402
from angka_kredit.pasang_rumus import Pilihan, pasang  # noqa: E402

SETTINGS = {**office.RECALCULATE_ALWAYS, "/org.openoffice.Setup/L10N": {"ooSetupSystemLocale": "id-ID"}}
RESOLUTION, COLOURS = 110, 32
TANAM = (  # kinds of findings in the picture, one workbook each
    *("komposisi", "faktor_jenjang", "dua_tingkat", "nip_tidak_cocok", "kegiatan_ganda", "bukti_kosong"),
    *("rumus_ditimpa", "jumlah_terlewat", "angka_teks", "sel_galat", "tersembunyi"),
)
ALASAN = "sudah dicocokkan dengan bukti fisiknya"


def main() -> None:
    formulir = _script(HERE.parent / "formulir" / "susun.py")
    with tempfile.TemporaryDirectory() as folder:
        for contoh, rows in groupby(
            sorted(formulir.halaman(), key=lambda each: each["contoh"]), key=lambda each: each["contoh"]
        ):
            if not _asked(contoh):
                continue
            pdf = _pdf(ROOT / "templates" / f"{contoh}.xlsx", Path(folder) / contoh)
            sheets = _sheets(pdf)
            for each in rows:
                first = each.get("dari", 1) - 1
                names, pages = formulir.gambar(each), sheets[each["lembar"]]
                if len(pages) < first + len(names):
                    raise SystemExit(f"{each['nama']}: {contoh} has {len(pages)} pages of it; see halaman.toml")
                for name, page in zip(names, pages[first:], strict=False):
                    _picture(pdf, page, HERE / name)
        if _asked("rekap"):
            _rekap(Path(folder))
        if _asked("pasang-rumus"):
            _pasang_rumus(Path(folder))
        if _asked("periksa"):
            _periksa(Path(folder))


def _asked(name: str) -> bool:
    return len(sys.argv) < 2 or name in sys.argv[1:]


def _rekap(folder: Path) -> None:
    """The office report of docs/rekap.md, of eight made-up units."""
    office_folder = folder / "kantor"
    office_folder.mkdir()
    for unit in range(1, 9):
        for number, stem in enumerate(kantor.CONTOH[: 1 + unit % len(kantor.CONTOH)]):
            who = {"nama": f"CONTOH PEGAWAI {unit}{number}", "nip": f"1990{unit:02}0120150310{number:02}"}
            data = kantor.diketik(stem, who | {"unit_kerja": f"Balai Contoh {unit}"})
            (office_folder / f"{unit}-{number}.xlsx").write_bytes(data)
    kantor.rekap(office_folder, "--tanggal", kantor.TANGGAL)
    pdf = _pdf(office_folder / "rekap.xlsx", folder / "rekap")
    sheets = _sheets(pdf)
    for number, sheet in enumerate(("Ringkasan", "Per periode", "Pegawai"), 1):
        _picture(pdf, sheets[sheet][0], HERE / f"rekap-{number}.png")


def _pasang_rumus(folder: Path) -> None:
    """The form of an invented agency in docs/pasang-rumus.md, before and after."""
    before = formulir_instansi.buku()
    after, _ = pasang(before, Pilihan())
    for name, data in (("sebelum", before), ("sesudah", after.data)):
        file = folder / f"{name}.xlsx"
        file.write_bytes(data)
        pdf = _pdf(file, folder / name)
        sheets = _sheets(pdf)
        for number, sheet in enumerate((formulir_instansi.DUPAK, formulir_instansi.SURAT), 1):
            _picture(pdf, sheets[sheet][0], HERE / f"pasang-rumus-{name}-{number}.png")


def _periksa(folder: Path) -> None:
    """The report of docs/periksa.md, over workbooks with planted faults; one finding has a reason."""
    books, laporan = folder / "berkas", folder / "periksa.xlsx"
    books.mkdir()
    planted = tanam_lembar.PENANAM | tanam_aturan.PENANAM
    for number, kind in enumerate(TANAM, 1):
        one = next(planted[kind]())
        (books / f"DUPAK {number:02}.xlsx").write_bytes(one.data)
    buku_periksa.jalankan(books, "--keluar", laporan)
    buku_periksa.beri_alasan(laporan, "bukti_kosong", ALASAN)
    buku_periksa.jalankan(books, "--keluar", folder / "lagi.xlsx", "--abaikan", laporan)
    pdf = _pdf(folder / "lagi.xlsx", folder / "periksa")
    for number, sheet in enumerate(("Temuan", "Jenis"), 1):
        _picture(pdf, _sheets(pdf)[sheet][0], HERE / f"periksa-{number}.png", "-trim", "+repage")


def _pdf(file: Path, work: Path) -> Path:
    work.mkdir()
    arguments = ["--headless", "--convert-to", "pdf", "--outdir", str(work), str(file)]
    process = office.start(arguments, work, office.build_addin(work), SETTINGS, office.clean_environment())
    process.wait(180)
    office.kill_group(process)
    return work / f"{file.stem}.pdf"


def _sheets(pdf: Path) -> dict[str, list[int]]:
    """Sheet -> its pages, counted from 1; the foot of every page begins with the sheet's name."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    found = defaultdict(list)
    for number, page in enumerate(text.split("\f")[:-1], 1):
        foot = next(line for line in reversed(page.splitlines()) if " dari " in line and "Halaman" in line)
        found[foot.split(" - ")[0].strip()].append(number)
    return found


def _picture(pdf: Path, page: int, picture: Path, *how: str) -> None:
    """One page as a PNG of few colours; `how`: what ImageMagick does with it besides."""
    here = ["-f", str(page), "-l", str(page), "-r", str(RESOLUTION), "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *here, pdf, picture.with_suffix("")], check=True)
    small = [*how, "-dither", "None", "-colors", str(COLOURS), "-strip", f"PNG8:{picture}"]
    subprocess.run(["convert", picture, *small], check=True)


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
