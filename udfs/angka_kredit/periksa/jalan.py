"""Many workbooks checked, in several processes where it pays; one bad file stops nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ..batch.plan import Plan, make_plan
from ..batch.result import DILEWATI
from ..errors import AngkaKreditError, Refused
from ..files import read, write
from ..workers import answers
from ..xls import nama_konversi, terbaca
from .abaikan import Alasan, dinilai
from .bahan import Bahan, bahan
from .bentuk import Berkas
from .pak_lama import nip_pemilik
from .semua import periksa
from .tandai import ditandai

KINDS = (".xlsx", ".xlsm", ".xls", ".ods")
_CADANGAN = ".cadangan-"  # in the name of a backup of ours
_FEW, _AT_ONCE = 4, 2  # workbooks for each process before others are started, and a turn
_MATI = "pembacanya berhenti mendadak pada berkas ini"
Progress = Callable[[int, int], None]
Tugas = tuple[str, Path, Path]  # the file's name in the report, where it stands, where its marked copy goes


@dataclass(frozen=True)
class Permintaan:
    """`pak_lama`: the previous PAK's file by NIP, or that of everybody by ''; `tandai`: where marked copies go;
    `lewati`: files of ours that are no workbook to check."""

    alasan: Alasan = field(default_factory=Alasan)
    pak_lama: Mapping[str, Path] = field(default_factory=dict)
    tandai: Path | None = None
    lewati: Sequence[Path] = ()


def periksa_semua(paths: Sequence[Path], minta: Permintaan, progress: Progress) -> list[Berkas]:
    """Every workbook at and below these paths, in the order of their names."""
    plan = make_plan([str(path) for path in paths], str(minta.tandai) if minta.tandai else None, kinds=KINDS)
    found = [Berkas(each.name, galat=each.words) for each in plan.aside if each.status != DILEWATI]
    tasks = list(_tugas(plan, minta))
    progress(0, len(tasks))
    dead = Berkas("", galat=_MATI)
    each_file = answers(partial(_satu, minta=minta), tasks, dead, few=_FEW, at_once=_AT_ONCE)
    for done, (task, answer) in enumerate(each_file, 1):
        found.append(answer if answer.nama else Berkas(task[0], galat=_MATI))
        progress(done, len(tasks))
    return sorted(found, key=lambda each: each.nama)


def _tugas(plan: Plan, minta: Permintaan) -> Iterator[Tugas]:
    ours = {path.resolve() for path in minta.lewati}
    for task in plan.tasks:
        if _CADANGAN not in task.name and Path(task.source).resolve() not in ours:
            yield task.name, Path(task.source), Path(task.target)


def _satu(task: Tugas, minta: Permintaan) -> Berkas:
    name, path, target = task
    try:
        data, said = terbaca(read(path))
        return _diperiksa(bahan(data, name), said, target, minta)
    except (AngkaKreditError, MemoryError) as reason:
        return Berkas(name, galat=str(reason).rstrip(".") or "tidak cukup memori")
    except Exception as fault:  # ours, not the file's: it must not take the other files with it
        return Berkas(name, galat=f"kesalahan program ({type(fault).__name__}); kirimkan berkasnya kepada pengelola")


def _diperiksa(book: Bahan, said: str, target: Path, minta: Permintaan) -> Berkas:
    notes = [said] if said else []
    if minta.pak_lama:
        notes += _dengan_pak_lama(book, minta.pak_lama)
    answer = periksa(book)
    found = tuple(dinilai(book, each, minta.alasan) for each in answer.temuan)
    made = Berkas(book.nama, found, (*notes, *answer.tidak_diperiksa))
    if not minta.tandai or not made.ditemukan:
        return made
    data, left = ditandai(book, [each.temuan for each in made.ditemukan])
    target = target.with_name(nama_konversi(target.name)) if said else target
    write(target, data)
    return replace(made, catatan=(*made.catatan, *left), salinan=target.name)


def _dengan_pak_lama(book: Bahan, pak_lama: Mapping[str, Path]) -> list[str]:
    """Puts the person's previous PAK beside her workbook; in words where there is none."""
    try:
        path = pak_lama.get("") or pak_lama.get(nip_pemilik(book)[0])
    except Refused as reason:
        return [str(reason)]
    if path is None:
        return ["PAK lama: tidak ada yang NIP-nya sama, sehingga LAMA tidak dibandingkan"]
    book.pak_lama = bahan(terbaca(read(path))[0], path.name)
    return []
