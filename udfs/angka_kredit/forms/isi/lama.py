"""The previous PAK, line by line: where each line stands in the new form, its JUMLAH there as LAMA."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...words import fold
from .bentuk import BarisLama, Formulir, Isi, Rencana, Rumus, satu
from .kolom import baris
from .nilai import Nilai

KODE, URAIAN, LAMA, TIM = "dupak_kode_baris", "dupak_uraian", "dupak_isi_lama", "dupak_tim_jumlah"
_LAIN = re.compile(r" \(dan ([0-9]+) lain\)")  # how the DUPAK words a line that several share


def pindahkan(
    lama: Sequence[BarisLama], rows: Sequence[dict[str, Nilai]], formulir: Formulir, hasil: Rencana
) -> Iterator[dict[str, Nilai]]:
    """Writes JUMLAH of the previous PAK as LAMA. A line without words of its own gets them from a row of Kegiatan."""
    codes = [str(kode or "") for kode in formulir.kolom(KODE)]
    words, places = formulir.kolom(URAIAN), formulir.nama.get(LAMA, ())
    used = {str(row["baris"]): fold(str(row.get("uraian", ""))) for row in rows if row.get("baris")}
    used |= _terpakai(formulir)
    for line in map(_sekali, lama):
        at = _tempat(line, codes, words, used)
        if at is None or at >= len(places):
            hasil.tanpa_pasangan.append(line)
            continue
        satu(f"LAMA {codes[at]}", places[at], line.jumlah, formulir, hasil)
        if isinstance(words[at], Rumus) and line.uraian and codes[at] not in used:
            used[codes[at]] = fold(line.uraian)
            if not _lanjut(line, rows, codes[at]):
                yield {"baris": codes[at], "uraian": line.uraian}


def _sekali(line: BarisLama) -> BarisLama:
    """The line with those that share it counted in one place, though every year counts its own."""
    counts = [int(found[1]) for found in _LAIN.finditer(line.uraian)]
    return line._replace(uraian=f"{_LAIN.sub('', line.uraian)} (dan {sum(counts)} lain)") if len(counts) > 1 else line


def _lanjut(line: BarisLama, rows: Sequence[dict[str, Nilai]], kode: str) -> bool:
    """Gives the line to this period's activities of the same butir; whether there are any."""
    same = [row for row in rows if line.butir and row.get("kode") == line.butir and not row.get("baris")]
    for row in same:
        row["baris"] = kode
    return bool(same)


def _tempat(line: BarisLama, codes: Sequence[str], words: Sequence[Isi], used: Mapping[str, str]) -> int | None:
    """Where the line stands in the new form: where its words are printed, else where it stood, if that is free."""
    wanted = fold(line.uraian)
    printed = [None if isinstance(word, Rumus) else fold(str(word or "")) for word in words]
    if wanted and wanted in printed:
        same = [at for at, word in enumerate(printed) if word == wanted]
        return next((at for at in same if codes[at] == line.kode), same[0] if len(same) == 1 else None)
    if line.kode not in codes:
        return None
    at = codes.index(line.kode)
    free = at < len(printed) and printed[at] is None and used.get(line.kode, wanted) == wanted
    return at if free or not wanted else None


def _terpakai(formulir: Formulir) -> dict[str, str]:
    """The lines that rows of Kegiatan name by hand, with their words; not the line of a butir, which has its own."""
    kolom = baris("kegiatan").kolom
    pairs = zip(formulir.kolom(kolom["baris"].sel), formulir.kolom(kolom["uraian"].sel), strict=False)
    return {str(kode): fold(str(words)) for kode, words in pairs if kode and words and not isinstance(kode, Rumus)}
