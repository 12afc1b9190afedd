"""Many workbooks: each planned, then each plan carried out, in several processes; one bad file stops nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..batch.result import DILEWATI, DITOLAK
from ..batch.task import Task
from ..errors import AngkaKreditError
from ..files import check_closed, read, write
from ..recalc.run import Outcome
from ..recalc.slow_lane import SlowLane
from ..workers import answers
from ..xls import jenis, terbaca
from .bentuk import Sel
from .pasang import Pilihan, pasang, rencana

RENCANA, DIPASANG, TETAP = "direncanakan", "dipasang", "tidak berubah"
_FEW, _AT_ONCE = 6, 2  # files that are done before other processes have started; files a turn
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Hasil:
    """What became of one file."""

    nama: str
    keadaan: str
    kata: str = ""
    sel: tuple[Sel, ...] = ()

    @property
    def hitungan(self) -> Counter[str]:
        """How many cells are of each status."""
        return Counter(each.status for each in self.sel)


_MATI = Hasil("", DITOLAK, "prosesnya berhenti mendadak pada berkas ini; berkas lain diteruskan")


def rencanakan_semua(tasks: Sequence[Task], pilihan: Pilihan, progress: Progress) -> list[Hasil]:
    """The plan for every file, in their order."""
    return _semua(partial(_rencana, pilihan=pilihan), tasks, progress)


def pasang_semua(tasks: Sequence[Task], pilihan: Pilihan, progress: Progress) -> list[Hasil]:
    """Every plan carried out, the results at the tasks' targets; where nothing is to be written, the file as it is."""
    return _semua(partial(_pasang, pilihan=pilihan), tasks, progress)


def _semua(work: Callable[[Task], Hasil], tasks: Sequence[Task], progress: Progress) -> list[Hasil]:
    progress(0, len(tasks))
    found = dict[Task, Hasil]()
    for done, (task, answer) in enumerate(answers(work, tasks, _MATI, few=_FEW, at_once=_AT_ONCE), 1):
        found[task] = answer if answer is not _MATI else Hasil(task.name, DITOLAK, _MATI.kata)
        progress(done, len(tasks))
    return [found[task] for task in tasks]


def _rencana(task: Task, pilihan: Pilihan) -> Hasil:
    return _dijaga(task, pilihan, _direncanakan)


def _direncanakan(task: Task, data: bytes, pilihan: Pilihan) -> Hasil:
    found = rencana(data, pilihan)
    return Hasil(task.name, RENCANA if found.ditulis else TETAP, "; ".join(found.catatan), found.sel)


def _pasang(task: Task, pilihan: Pilihan) -> Hasil:
    return _dijaga(task, pilihan, _dipasang)


def _dipasang(task: Task, data: bytes, pilihan: Pilihan) -> Hasil:
    target = Path(task.target)
    check_closed(target)
    with SlowLane() as lane:
        found, outcome = pasang(data, pilihan, lane)
    backup = write(target, found.data)
    words = [*found.catatan, *(_kata(outcome) if outcome else ())]
    words += [f"isi lama disimpan sebagai {backup.name}"] if backup else []
    return Hasil(task.name, DIPASANG if outcome else TETAP, "; ".join(words), found.sel)


def _kata(outcome: Outcome) -> Iterator[str]:
    """What the recalculation says."""
    if outcome.reviewed:
        yield f"dihitung dengan LibreOffice, karena {outcome.reason}; periksa hasilnya"
    for place, words in outcome.notes:
        yield f"{place}: {words}"
    for words in outcome.stale:
        yield f"{words} masih lama sampai berkasnya dibuka di Excel"


def _dijaga(task: Task, pilihan: Pilihan, work: Callable[[Task, bytes, Pilihan], Hasil]) -> Hasil:
    """What becomes of the file, whatever happens to it."""
    try:
        check_closed(Path(task.source))
        data = read(Path(task.source))
        if (kind := jenis(data)) and not pilihan.konversi:
            reason = f"berkas .{kind}; beri --konversi agar rumusnya dipasang ke salinan .xlsx buatan LibreOffice"
            return Hasil(task.name, DILEWATI, reason)
        data, said = terbaca(data)
        found = work(task, data, pilihan)
        return replace(found, kata="; ".join(filter(None, (said, found.kata))))
    except (AngkaKreditError, MemoryError) as refused:
        return Hasil(task.name, DITOLAK, (str(refused) or "tidak cukup memori").rstrip("."))
    except Exception as fault:  # ours, not the file's: it must not take the other files with it
        return Hasil(task.name, DITOLAK, f"kesalahan program ({type(fault).__name__}); kirimkan berkasnya ke pengelola")
