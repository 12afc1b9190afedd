"""`make bench`: files a second of hitung-ulang, with and without the second engine, beside openpyxl and LibreOffice.

Everything is generated, measured in one run and thrown away; ratios are what counts. Asserts nothing."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

import openpyxl

import workbooks
from angka_kredit.files import write
from angka_kredit.recalc.run import recalculate

COMMAND = [sys.executable, "-c", "from angka_kredit.cli import main; main()", "hitung-ulang"]
FILES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
SOME, FEW = 60, 20  # files for what is slow: openpyxl, LibreOffice
CORES = len(os.sched_getaffinity(0))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        formulas = workbooks.write(folder / "in", FILES)
        print(f"{FILES} files, {formulas} formulas, {CORES} cores")
        base = _openpyxl(folder)
        print(f"{'openpyxl load and save':32}{base:8.1f} files/s")
        for label, options in (("hitung-ulang --cepat", ["--cepat"]), ("hitung-ulang", [])):
            speed, cpu, worker, command = _hitung_ulang(folder, label, options)
            told = f"{speed / base:5.1f} x openpyxl, {worker} MB a worker at most, {command} MB the command"
            print(f"{label:32}{speed:8.1f} files/s {told}")
            computing = _recalculate(folder, vote=not options)
            print(f"{'  CPU a file':32}{cpu:8.1f} ms, {computing:.1f} ms of it recalculate")
        print(f"{'  first file of a run':32}{_start(folder):8.2f} s")
        print(f"{'  a file to the disk, durably':32}{_write(folder):8.2f} ms")
        if shutil.which("soffice"):
            speed = _libreoffice(folder)
            print(f"{'LibreOffice, one process':32}{speed:8.1f} files/s {speed / base:5.1f} x openpyxl")
    data = workbooks.one(500)
    for vote in (False, True):
        told = f"{'with' if vote else 'without'} the vote: {_one(data, vote):.1f} ms"
        print(f"one file of {recalculate(data).formulas} formulas, warm, {told}")


def _hitung_ulang(folder: Path, label: str, options: list[str]) -> tuple[float, float, int, int]:
    """(files a second with the start of the program and all checks, ms of CPU a file, peak MB of a worker, of the
    command)."""
    begin, before = time.perf_counter(), _cpu_of_children()
    process = subprocess.Popen(
        [*COMMAND, folder / "in", "--keluar", folder / label, *options], stdout=subprocess.PIPE, text=True
    )
    peaks: dict[int, int] = {}
    watch = threading.Thread(target=_watch, args=(process, peaks))
    watch.start()
    words, _ = process.communicate()
    seconds = time.perf_counter() - begin
    watch.join()
    if process.returncode:
        print(words)
    command, cpu = peaks.pop(process.pid, 0), _cpu_of_children() - before
    return FILES / seconds, 1000 * cpu / FILES, max(peaks.values(), default=0) // 1024, command // 1024


def _watch(process: subprocess.Popen[str], peaks: dict[int, int]) -> None:
    """Keeps the peak memory (kB) of the process and of those it started."""
    while process.poll() is None:
        for status in Path("/proc").glob("[0-9]*/status"):
            try:
                fields = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
            except OSError:  # it has ended
                continue
            pid, parent = int(fields["Pid"]), int(fields["PPid"])
            if process.pid in (pid, parent) and "VmHWM" in fields:
                peaks[pid] = max(peaks.get(pid, 0), int(fields["VmHWM"].split()[0]))
        time.sleep(0.05)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _recalculate(folder: Path, vote: bool) -> float:
    """Milliseconds of CPU a file in this process, warm, nothing read or written."""
    files = [path.read_bytes() for path in sorted((folder / "in").rglob("*.xls?"))[:SOME]]
    for data in files[:FEW]:
        recalculate(data, vote=vote)
    begin = time.process_time()
    for data in files:
        recalculate(data, vote=vote)
    return 1000 * (time.process_time() - begin) / len(files)


def _start(folder: Path) -> float:
    """Median seconds of a run over one small file: the program and a process of its own start, and end."""
    (folder / "one.xlsx").write_bytes(workbooks.one(1))
    times = []
    for number in range(5):
        begin = time.perf_counter()
        subprocess.run(
            [*COMMAND, folder / "one.xlsx", "--keluar", folder / f"one {number}"], check=True, stdout=subprocess.DEVNULL
        )
        times.append(time.perf_counter() - begin)
    return median(times)


def _write(folder: Path) -> float:
    """Median milliseconds for a new file of 100 KB, as results are written."""
    times, data = [], os.urandom(100_000)
    for number in range(50):
        begin = time.perf_counter()
        write(folder / "disk" / f"{number}.xlsx", data)
        times.append(1000 * (time.perf_counter() - begin))
    return median(times)


def _openpyxl(folder: Path) -> float:
    files = sorted((folder / "in").rglob("*.xls?"))[:SOME]
    with ProcessPoolExecutor(CORES) as pool:
        list(pool.map(_load_and_save, files[:CORES]))  # warm
        begin = time.perf_counter()
        list(pool.map(_load_and_save, files))
    return len(files) / (time.perf_counter() - begin)


def _load_and_save(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)  # its macros too are lost: keep_vba needs a real project
    book.save(path.with_suffix(".tmp"))
    path.with_suffix(".tmp").unlink()


def _libreoffice(folder: Path) -> float:
    files = sorted((folder / "in").rglob("*.xlsx"))[:FEW]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder)}
    arguments = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", folder / "office"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    subprocess.run([*arguments, files[0]], check=True, **quiet)  # type: ignore[call-overload]  # makes the profile
    begin = time.perf_counter()
    subprocess.run([*arguments, *files], check=True, **quiet)  # type: ignore[call-overload]
    return len(files) / (time.perf_counter() - begin)


def _one(data: bytes, vote: bool) -> float:
    """Median milliseconds, warm."""
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        recalculate(data, vote=vote)
        times.append(1000 * (time.perf_counter() - begin))
    return median(times)


if __name__ == "__main__":
    main()
