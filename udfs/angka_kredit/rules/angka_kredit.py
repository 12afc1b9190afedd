"""The credit of one activity: AK satuan x volume x faktor jenjang x porsi, rounded only by name."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..errors import BadValue, NotFound, OutOfRule, unknown
from ..regulations.schema import Butir, Jabatan, Jenjang, Nilai
from ..rounding import round_credit
from ..words import indonesian
from .faktor_jenjang import faktor_butir, faktor_jenjang
from .hasil import Bernilai
from .porsi_penulis import check_porsi


class Kredit(NamedTuple):
    """The credit (`nilai`, credit points) and all it was made of."""

    nilai: Decimal
    satuan: Decimal
    butir: Butir | None  # None where the unit credit was typed
    volume: Decimal
    jenjang: Jenjang
    jenjang_butir: Jenjang
    dianggap_sendiri: bool  # nobody said whose butir it is: own jenjang is taken
    faktor: Bernilai
    porsi: Nilai
    pembulatan: str

    def sebanyak(self, volume: Decimal) -> Decimal:
        """The credit of this volume, 0 or more, all else being the same."""
        return _credit(self.satuan, volume, self.faktor, self.porsi, self.pembulatan)


def angka_kredit(
    jabatan: Jabatan,
    butir: Butir | Decimal,
    volume: Decimal,
    jenjang: Jenjang,
    jenjang_butir: Jenjang | None,
    porsi: Decimal,
    pembulatan: str,
) -> Kredit:
    """The credit of `volume` units of a butir, or of a typed unit credit (credit points).

    `jenjang_butir` is needed only for a typed unit credit of another jenjang; with a kode it must agree.
    #N/A for a credit that the text does not print; #VALUE! where kode and jenjang_butir contradict;
    #NUM! for negative numbers and for what faktor_jenjang and check_porsi refuse."""
    known = butir if isinstance(butir, Butir) else None
    satuan = butir.ak if isinstance(butir, Butir) else butir
    if satuan is None:
        assert known is not None
        raise credit_absent(jabatan, known)
    if known and jenjang_butir and jenjang_butir not in known.jenjang:
        raise BadValue(
            f"Butir {known.kode} adalah butir {owners(known)} ({known.rujukan}), "
            f"bukan {jenjang_butir.nama}; kosongkan jenjang butir atau betulkan kodenya."
        )
    if volume < 0 or satuan < 0:
        name, number = ("Volume", volume) if volume < 0 else ("Angka kredit satuan", satuan)
        raise OutOfRule(f"{name} {indonesian(number)} negatif; isi 0 atau lebih.")
    if known:
        owner, faktor = faktor_butir(jabatan, jenjang, known)
    else:
        owner = jenjang_butir or jenjang
        faktor = faktor_jenjang(jabatan, jenjang, owner)
    share = check_porsi(jabatan, porsi, known)
    assumed = known is None and jenjang_butir is None
    nilai = _credit(satuan, volume, faktor, share, pembulatan)
    return Kredit(nilai, satuan, known, volume, jenjang, owner, assumed, faktor, share, pembulatan)


def _credit(satuan: Decimal, volume: Decimal, faktor: Bernilai, porsi: Nilai, pembulatan: str) -> Decimal:
    return round_credit(satuan * volume * faktor.nilai * porsi.nilai, pembulatan)


def owners(butir: Butir) -> str:
    """The jenjang whose butir it is, as a person reads it."""
    return "semua jenjang" if butir.semua_jenjang else " dan ".join(jenjang.nama for jenjang in butir.jenjang)


def find_butir(jabatan: Jabatan, kode: str) -> Butir | None:
    """The butir of this kode, in any case; None where there is none."""
    return jabatan.butir.get(kode.casefold())


def unknown_butir(jabatan: Jabatan, kode: str) -> NotFound:
    return unknown(
        f"Kode butir {jabatan.nama}",
        kode,
        [butir.kode for butir in jabatan.butir.values()],
        f"{jabatan.regulasi.singkat}; angka kredit satuan boleh diketik langsung sebagai angka",
    )


def credit_absent(jabatan: Jabatan, butir: Butir) -> NotFound:
    """#N/A in words for a credit that the text does not print: which annex has it, and how to import that."""
    where = jabatan.regulasi.tidak_ada.get("ak_satuan", f"tidak tercetak dalam {jabatan.regulasi.singkat}")
    hint = f"Angka kredit {jabatan.nama} berasal dari nilai kinerja, bukan dari butir kegiatan."
    if jabatan.metode == "butir_kegiatan":
        hint = (
            f"Impor Lampiran itu dengan perintah 'angka-kredit impor-lampiran BERKAS --jabatan {jabatan.id}', "
            "atau ketik angka kredit satuannya sebagai ganti kode."
        )
    return NotFound(f"Angka kredit butir {butir.kode}: {where}. {hint}")
