"""A folder of workbooks: each read by itself, in several processes where it pays; one bad file stops nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from ..batch.plan import make_plan
from ..errors import AngkaKreditError
from ..files import read
from ..words import fold
from ..workers import answers
from .asumsi import Asumsi
from .baca import baca
from .hitung import hitung
from .pegawai import Pegawai

DIPAKAI, KOSONG, TAK_DIBACA, LEBIH_LAMA = "dipakai", "belum diisi", "tidak dibaca", "tidak dipakai"
_CADANGAN = ".cadangan-"  # in the name of a backup of ours
_TANPA_URUT = 14  # digits of a NIP: birth and appointment
_LAIN = (".ods", ".xls")  # workbooks that are not read
_SIMPAN = "bukan .xlsx: buka lalu simpan sebagai .xlsx di folder ini, kemudian rekap lagi"
_FEW = 60  # workbooks that are read before other processes have started
_AT_ONCE = 16  # workbooks a turn: handing them over takes longer than a small one
_MATI = "pembacanya berhenti mendadak pada berkas ini"
Progress = Callable[[int, int], None]


@dataclass
class Berkas:
    """What became of one file."""

    nama: str
    status: str
    kata: str = ""


@dataclass
class Rekap:
    asumsi: Asumsi
    pegawai: list[Pegawai] = field(default_factory=list)
    berkas: list[Berkas] = field(default_factory=list)


def rekap(folder: Path, keluar: Path, asumsi: Asumsi, progress: Progress) -> Rekap:
    """Everybody below `folder`, in the order of the files' names; `keluar`, an earlier report, is no workbook of it."""
    plan = make_plan([str(folder)], None, keluar)
    found = Rekap(asumsi, berkas=[Berkas(each.name, TAK_DIBACA, each.words) for each in plan.aside])
    others = make_plan([str(folder)], None, keluar, _LAIN).tasks
    found.berkas += [Berkas(task.name, TAK_DIBACA, _SIMPAN) for task in others if _CADANGAN not in task.name]
    tasks = [(task.name, Path(task.source)) for task in plan.tasks if _CADANGAN not in task.name]
    people: list[Pegawai] = []
    progress(0, len(tasks))
    work: Callable[[tuple[str, Path]], Pegawai | str] = partial(_satu, asumsi=asumsi)
    for done, ((name, _), answer) in enumerate(answers(work, tasks, _MATI, few=_FEW, at_once=_AT_ONCE), 1):
        if isinstance(answer, Pegawai):
            people.append(answer)
        else:
            found.berkas.append(Berkas(name, TAK_DIBACA if answer else KOSONG, answer))
        progress(done, len(tasks))
    found.pegawai = list(_satu_baris(found, sorted(people, key=lambda each: each.berkas)))
    found.berkas.sort(key=lambda each: each.nama)
    return found


def _satu(task: tuple[str, Path], asumsi: Asumsi) -> Pegawai | str:
    """The file's person, or why there is none: '' is nobody filled in."""
    name, path = task
    try:
        return hitung(baca(read(path)), name, asumsi) or ""
    except (AngkaKreditError, MemoryError) as reason:
        return str(reason) or "tidak cukup memori"
    except Exception as fault:  # ours, not the file's: it must not take the other files with it
        return f"kesalahan program ({type(fault).__name__}); kirimkan berkasnya kepada pengelola"


def _satu_baris(found: Rekap, people: Sequence[Pegawai]) -> Iterator[Pegawai]:
    """Each person once: of several workbooks with one NIP the one whose period ends last, rather a computed one."""
    latest: dict[str, Pegawai] = {}
    keys = _kunci(people)
    for each, key in zip(people, keys, strict=True):
        kept = latest.get(key)
        if key and (kept is None or (_akhir(each), not each.usang) > (_akhir(kept), not kept.usang)):
            latest[key] = each
    for each, key in zip(people, keys, strict=True):
        kept = latest.get(key, each)
        if kept is each:
            found.berkas.append(Berkas(each.berkas, DIPAKAI, "; ".join(each.periksa)))
            yield each
            continue
        same = "masa penilaian yang sama" if _akhir(each) == _akhir(kept) else "masa penilaian yang lebih lama"
        found.berkas.append(Berkas(each.berkas, LEBIH_LAMA, f"NIP yang sama dengan {kept.berkas}, {same}"))
        if _akhir(each) == _akhir(kept):
            kept.periksa.append(f"{each.berkas}: NIP dan masa penilaian yang sama; satu saja yang dipakai")


def _kunci(people: Sequence[Pegawai]) -> list[str]:
    """What makes each of them one person: the digits of the NIP, however it is typed.

    A NIP that a cell holds as a number has lost its last digits: it is whose name and first digits are the same."""
    keys = [re.sub(r"\D", "", each.nip) for each in people]
    whole = {
        (fold(each.nama), key[:_TANPA_URUT]): key
        for each, key in zip(people, keys, strict=True)
        if "e+" not in each.nip
    }
    return [
        whole.get((fold(each.nama), key[:_TANPA_URUT]), key) if "e+" in each.nip else key
        for each, key in zip(people, keys, strict=True)
    ]


def _akhir(each: Pegawai) -> date:
    return each.sampai or date.min
