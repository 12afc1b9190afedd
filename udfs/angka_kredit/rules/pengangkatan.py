"""Pengangkatan: the credit that counts at an appointment, and at a reappointment
(PMB Lampiran II.B.4-5, IV.C.5-6; Assessor Pasal 27, 28, 34)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..errors import unknown
from ..regulations.schema import Jabatan
from ..regulations.tabel import PengangkatanKembali, UnsurPengangkatan
from ..words import fold, indonesian
from .cara import kata_cara
from .hasil import Hasil
from .periksa import tidak_negatif


def ak_pengangkatan(jabatan: Jabatan, cara: str, ak: Mapping[str, Decimal]) -> Hasil:
    """The sum (credit points) of those in `ak` that count when appointed in this way ('pertama', 'dari jabatan lain').

    `ak`: pendidikan (with diklat and prajabatan), tugas, profesi, penunjang -> credit points.
    #N/A for a way that the text does not have; #NUM! for negative credits."""
    tidak_negatif(ak)
    table = jabatan.per_kunci(UnsurPengangkatan)
    ways = {key.replace("_", " "): rule for key, rule in table.items()}
    rule = ways.get(kata_cara(cara))
    if rule is None:
        raise unknown(f"Cara pengangkatan {jabatan.nama}", cara, ways, jabatan.regulasi.singkat)
    total = sum((ak[name] for name in rule.unsur), Decimal(0))
    words = " + ".join(f"{indonesian(ak[name])} ({name})" for name in rule.unsur)
    left_out = [f"{name} {indonesian(number)}" for name, number in ak.items() if number and name not in rule.unsur]
    return Hasil(total, f"{words}{_not_counted(left_out)}", (rule,))


def ak_pengangkatan_kembali(
    jabatan: Jabatan, ak_terakhir: Decimal, tambahan: Mapping[str, Decimal], sebab: str
) -> Hasil:
    """The last credit plus what was earned during the suspension and counts after this cause (credit points).

    `tambahan`: tugas, profesi -> credit points. #N/A for an unknown cause, #NUM! for negative credits."""
    tidak_negatif({"terakhir": ak_terakhir, **tambahan})
    rule = jabatan.per_kunci(PengangkatanKembali)[sebab_bebas(jabatan, sebab)]
    more = tambahan[rule.tambahan]
    words = f"{indonesian(ak_terakhir)} (terakhir) + {indonesian(more)} ({rule.tambahan}) selama pembebasan sementara"
    left_out = [f"{name} {indonesian(ak)}" for name, ak in tambahan.items() if ak and name != rule.tambahan]
    return Hasil(ak_terakhir + more, f"{words}{_not_counted(left_out)}", (rule,))


def sebab_bebas(jabatan: Jabatan, text: str) -> str:
    """The key of the data's [pengangkatan_kembali] for a cause of suspension as people write it."""
    table = jabatan.per_kunci(PengangkatanKembali)
    keys = {fold(name): key for key, rule in table.items() for name in rule.nama}
    if fold(text) not in keys:
        causes = [rule.nama[0] for rule in table.values()]
        raise unknown("Sebab pembebasan sementara", text, causes, jabatan.regulasi.singkat)
    return keys[fold(text)]


def _not_counted(left_out: list[str]) -> str:
    return f"; tidak dihitung: {', '.join(left_out)}" if left_out else ""
