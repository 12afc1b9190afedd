"""The officer's NIP beside her date of birth and sex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...errors import CellError
from ...functions.nip import hitung
from ...rules.nip import ANGKA
from ..bahan import Bahan
from ..isian import fakta
from ..isian.bentuk import Fakta, Isi
from ..temuan import Temuan

_LABEL = re.compile(r"^(?:N\s*\.?I\s*\.?P)?[\s.:']*", re.IGNORECASE)
_PANJANG_LAMA = 9  # digits of the numbers before 2007
_PPPK = "nomor PPPK bisa bersusun lain"


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    found = fakta(bahan)
    nip, lahir = found["nip"], found["tanggal_lahir"]
    number = _nomor(nip)
    words = _kata(number, found) if number is not None else []
    if words:
        doubts = (nip.ragu, lahir.ragu, _ragu(number, words))
        yield Temuan(
            "nip_tidak_cocok",
            nip.lembar,
            nip.sel,
            f"NIP: {'; '.join(words)}.",
            "Cocokkan dengan SK pengangkatan, lalu betulkan NIP, tanggal lahir, atau jenis kelaminnya.",
            "; ".join(filter(None, doubts)),
        )


def _nomor(nip: Isi) -> str | Decimal | None:
    """What stands as NIP; None where there is none, or only dots to write it on."""
    if isinstance(nip.nilai, (int, float)):
        return Decimal(nip.nilai)
    text = _LABEL.sub("", nip.teks)
    return text if any(letter.isdigit() for letter in text) else None


def _kata(nip: str | Decimal | None, found: Fakta) -> list[str]:
    """What PERIKSA_NIP says of it."""
    assert nip is not None
    try:
        answer = hitung(nip, found["tanggal_lahir"].hari, found["jenis_kelamin"].teks or None).nilai
    except CellError:  # a sex that no word names: 'Laki-laki/Perempuan *)'
        answer = hitung(nip, found["tanggal_lahir"].hari, None).nilai
    return [str(row[0]) for row in answer[1:]] if isinstance(answer, list) else []


def _ragu(nip: str | Decimal | None, words: list[str]) -> str:
    digits = "".join(str(nip).split())
    if not digits.isdigit():
        return "selnya memuat selain angka"
    if len(digits) == _PANJANG_LAMA:
        return f"mungkin NIP lama {_PANJANG_LAMA} angka, bukan {ANGKA} angka"
    return _PPPK if all(_PPPK in each for each in words) else ""
