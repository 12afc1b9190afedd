"""The slow lane: LibreOffice as a calculator, with our add-in. It opens a copy, computes every formula anew and saves
another copy, from which the values are read; no file that it saved is ever handed out.

One `SlowLane` keeps one private profile for many files; each file is a process of its own, which never outlives us."""

from __future__ import annotations

import shutil
import tempfile
from io import BytesIO
from pathlib import Path

from .._version import __version__
from ..errors import Refused
from .cells import scan
from .contents import Contents
from .office_program import EARLIEST, HEADLESS, builder, profile, program, run, version, write_settings
from .package import Package
from .workbook import WorkbookInfo, read_workbook

SECONDS = 120.0  # for one file: opening the program, computing, saving
_CALC, _COMMON = "/org.openoffice.Office.Calc", "/org.openoffice.Office.Common"
_SETTINGS = {
    (f"{_CALC}/Formula/Load", "OOXMLRecalcMode"): "0",  # always: cached values are never trusted
    (f"{_CALC}/Content/Update", "Link"): "2",  # never read another file
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution"): "true",
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale"): "en-US",  # the same numbers on every computer
}
_PROBE = "angka_kredit_probe.xlsx"


class SlowLane:
    """Use it as a context manager, or `close` it. Nothing is started before it is needed."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._folder: Path | None = None

    def __enter__(self) -> SlowLane:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Removes the profile and all copies."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    @staticmethod
    def available() -> bool:
        """Whether a LibreOffice is there that can do it."""
        found = program()
        return found is not None and version(found) >= EARLIEST

    def compute(self, data: bytes) -> Contents:
        """The values of the workbook after a full recalculation; Refused where LibreOffice did not do it."""
        folder = self._start()
        given, done = folder / "buku.xlsx", folder / "hasil"
        shutil.rmtree(done, ignore_errors=True)
        given.write_bytes(data)
        try:
            self._run(folder, given, done)
            _check_probe(done / _PROBE)
            if not (done / given.name).exists():
                raise Refused("LibreOffice tidak dapat membukanya")
            return _values((done / given.name).read_bytes())
        finally:
            given.unlink(missing_ok=True)
            shutil.rmtree(done, ignore_errors=True)

    def _start(self) -> Path:
        """The folder of this lane, with add-in, profile and probe."""
        if not self.available():
            raise Refused(f"LibreOffice {'.'.join(map(str, EARLIEST))} atau yang lebih baru tidak ada di komputer ini")
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="angka-kredit-"))
            builder().write_unpacked(self._folder / "addin")
            write_settings(self._folder / "profil", _SETTINGS)
            _write_probe(self._folder / _PROBE)
        return self._folder

    def _run(self, folder: Path, given: Path, done: Path) -> None:
        command = [
            *(program() or "soffice", *HEADLESS, profile(folder / "profil")),
            f"-env:BUNDLED_EXTENSIONS={(folder / 'addin').as_uri()}",
            *("--convert-to", "xlsx", "--outdir", str(done), str(folder / _PROBE), str(given)),
        ]
        try:
            run(folder, command, self._seconds)
        except BaseException:
            self._folder = None  # it is gone
            raise


def _write_probe(path: Path) -> None:
    """A workbook that shows whether the add-in is there, in this version."""
    from xlsxwriter.workbook import Workbook  # large: only where LibreOffice is at work

    output = BytesIO()
    book = Workbook(output, {"in_memory": True})
    book.add_worksheet("Probe").write_formula("A1", "=VERSI_ANGKA_KREDIT()", None, "")
    book.close()
    path.write_bytes(output.getvalue())


def _check_probe(path: Path) -> None:
    shown = _values(path.read_bytes()).value("Probe", "A1") if path.exists() else None
    if shown != __version__:
        raise Refused("LibreOffice berjalan tanpa fungsi Angka Kredit, sehingga nilainya tidak dipercaya")


def _values(data: bytes) -> Contents:
    package = Package(data)
    info: WorkbookInfo = read_workbook(package)
    cells = {sheet.name: scan(sheet.part, package.read(sheet.part)) for sheet in info.sheets}
    contents = Contents(package, info, cells)
    contents.as_saved()
    return contents
