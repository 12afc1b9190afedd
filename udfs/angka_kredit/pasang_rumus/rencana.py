"""The plan for one workbook: every formula that belongs into it, with the value it would show, and what becomes of it.

What a person typed stays where the formula gives another number than the cell shows; a formula of hers always stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from ..kenal.bentuk import Buku
from ..kenal.kisi import Kisi, Nilai
from ..recalc.loaded import Loaded, load
from ..recalc.package import Package
from ..recalc.values import CellErrorValue, Value, agree
from ..recalc.workbook import Place, read_workbook
from ..recalc.writer import write
from .bentuk import BARU, BEDA, DILEWATI, SAMA, Rencana, Sel, Usul
from .kurang import belum_termasuk, membaca
from .rujukan import alamat, sama_artinya
from .tempat import Tempat
from .usulan import usulan

KETIKAN = "angka ketikan dipertahankan"
DIGANTI = "angka ketikan diganti"
SETARA = "ketikan sama, diganti rumus"
_RUMUS = "rumus yang ada dipertahankan"
_LAIN = "rumusnya lain; nilainya kini tidak dapat dibedakan"


def rencanakan(data: bytes, buku: Buku, kisi: Sequence[Kisi], *, ganti: bool = False, ragu: bool = False) -> Rencana:
    """The plan, with the workbook as it would be, not yet computed.

    `ganti`: typed numbers give way. `ragu`: what is doubtful is written too. Refused where it cannot be computed."""
    sheets = {each.nama: each for each in kisi}
    wanted = usulan(buku, kisi)
    refs: dict[str, list[str]] = {}
    for each in wanted:
        refs.setdefault(each.lembar, []).append(alamat(each.baris, each.kolom))
    package = Package(data)
    rules = Tempat(package, read_workbook(package), refs)
    notes = tuple(f"lembar {sheet.nama}: {words}" for sheet in buku.lembar for words in sheet.catatan)
    here = [each for each in wanted if not each.perlu_sel or rules.ada(each.lembar, alamat(each.baris, each.kolom))]
    first = [_awal(each, sheets[each.lembar], rules, ganti=ganti, ragu=ragu) for each in here]
    if not first:
        none = "tidak ada DUPAK, surat pernyataan, atau PAK yang dikenali di berkas ini"
        return Rencana((), data, (none, *notes))
    units = {
        Place(each.lembar, alamat(each.baris, each.kolom)): Place(each.lembar, alamat(*each.satuan))
        for each in here
        if each.satuan
    }
    return replace(_Hitung(package, rules, first, units, ragu=ragu).rencana(), catatan=notes)


def _awal(usul: Usul, kisi: Kisi, rules: Tempat, *, ganti: bool, ragu: bool) -> Sel:
    """What is known before anything is computed; typed numbers and formulas are BEDA until then."""
    ref = alamat(usul.baris, usul.kolom)
    old = kisi.sel.get((usul.baris, usul.kolom))
    value = old.nilai if old and old.nilai != "" else None
    content = (old.rumus or kisi.teks(usul.baris, usul.kolom)) if old else ""
    sel = partial(Sel, usul.lembar, ref, content, usul.rumus, value, None, dasar=usul.dasar, catatan=usul.catatan)
    forbidden = rules.larangan(usul.lembar, ref)
    if old and old.rumus:
        if not usul.rumus:
            return sel(SAMA, usul.ragu)
        if sama_artinya(old.rumus, usul.rumus) and not usul.keberatan:
            return sel(SAMA)
        if not usul.keberatan and (usul.anggapan or (usul.ragu and not ragu)):
            return sel(SAMA, f"tidak dibandingkan: {usul.ragu or usul.dasar}")
        return sel(BEDA, f"{_RUMUS}; {usul.keberatan}" if usul.keberatan else _RUMUS)
    stopped = forbidden or usul.halangan or (usul.ragu if not (usul.rumus and ragu) else "")
    if stopped or not usul.rumus:
        return sel(DILEWATI, stopped)
    if value is None:
        return sel(BARU)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return sel(BEDA, f"teks '{content[:40]}' dipertahankan")
    return sel(BARU, DIGANTI) if ganti else sel(BEDA, KETIKAN)


class _Hitung:
    """Finds by computing which cells are written: again and again, until a round changes nothing."""

    def __init__(
        self,
        package: Package,
        rules: Tempat,
        sel: Sequence[Sel],
        satuan: Mapping[Place, Place],
        *,
        ragu: bool,
    ) -> None:
        self._package, self._rules, self._satuan, self._ragu = package, rules, satuan, ragu
        self._sel = {Place(each.lembar, each.sel): each for each in sel}

    def rencana(self) -> Rencana:
        while True:
            written = write(self._package, {}, self._baru(), {})
            book = load(written, vote=True)
            if not (self._galat(book) or self._setara(book) or self._berselisih(book)):
                break
        values = self._nilai(book)
        self._sel = belum_termasuk(self._sel, book.formulas)
        found = tuple(replace(each, nilai_baru=values.get(place)) for place, each in self._sel.items())
        return Rencana(found, written)

    def _baru(self) -> dict[Place, str]:
        return {place: each.rumus_baru for place, each in self._sel.items() if each.status == BARU}

    def _galat(self, book: Loaded) -> bool:
        """Cells that would show an error are left out, the first ones of a chain of errors first."""
        wrong = {place for place in self._baru() if isinstance(book.values.get(place), CellErrorValue)}
        if not wrong:
            return False
        roots = [each for each in book.formulas if each.place in wrong and not membaca(each, wrong)]
        roots = roots or [each for each in book.formulas if each.place in wrong]
        for each, told in zip(roots, book.explain_many(roots), strict=True):
            error = book.values[each.place]
            reason = told.partition(f"= {error}. ")[2].rstrip(
                "."
            )  # the function's own words, where one of ours is there
            words = f"hasilnya {error}" + (f": {reason}" if reason else ", karena isi yang dihitungnya")
            self._sel[each.place] = replace(self._sel[each.place], status=DILEWATI, sebab=words)
        return True

    def _berselisih(self, book: Loaded) -> bool:
        """A credit whose unit stays another beside it would contradict what the row shows: doubtful as well."""
        asked = {
            place: unit
            for place, unit in self._satuan.items()
            if self._sel[place].status == BARU and unit in self._sel and self._sel[unit].status == BEDA
        }
        right = book.evaluate_many((unit, self._sel[unit].rumus_baru[1:]) for unit in asked.values())
        wrong = [
            p
            for (p, u), v in zip(asked.items(), right, strict=True)
            if not agree(_angka(book.values.get(u)), _angka(v))
        ]
        for place in () if self._ragu else wrong:
            words = f"satuan di {asked[place].ref} berbeda dari yang dipakai rumusnya"
            self._sel[place] = replace(self._sel[place], status=DILEWATI, sebab=words)
        return bool(wrong) and not self._ragu

    def _setara(self, book: Loaded) -> bool:
        """Typed numbers that the formula gives as well, as far as the cell shows them, become the formula."""
        typed = {p: each for p, each in self._sel.items() if each.status == BEDA and each.sebab == KETIKAN}
        values = book.evaluate_many((place, each.rumus_baru[1:]) for place, each in typed.items())
        equal = [
            place
            for (place, each), value in zip(typed.items(), values, strict=True)
            if _tampak_sama(each.nilai_lama, value, self._rules.desimal(*place))
        ]
        self._sel |= {place: replace(typed[place], status=BARU, sebab=SETARA) for place in equal}
        return bool(equal)

    def _nilai(self, book: Loaded) -> Mapping[Place, Value]:
        """What each formula shows, or would; a formula that stands there is the same where it shows the same."""
        rest = {p: each for p, each in self._sel.items() if each.rumus_baru and each.status in (BEDA, DILEWATI)}
        values = dict(zip(rest, book.evaluate_many((p, e.rumus_baru[1:]) for p, e in rest.items()), strict=True))
        for place, each in rest.items():
            there = book.values.get(place)
            wrong = isinstance(values[place], CellErrorValue)  # it cannot be said to be better
            if each.sebab == _RUMUS and (wrong or agree(_angka(there), _angka(values[place]))):
                words = "" if _angka(there) and not wrong else _LAIN
                self._sel[place] = replace(each, status=SAMA, sebab=words)
        return {place: book.values[place] for place in self._sel if place in book.values} | {
            place: value for place, value in values.items() if self._sel[place].status != SAMA
        }


def _tampak_sama(old: Nilai, new: Value, desimal: int | None) -> bool:
    if isinstance(new, bool) or not isinstance(new, float) or not isinstance(old, (int, float)):
        return False
    return agree(float(old), new) or (desimal is not None and agree(_bulat(float(old), desimal), _bulat(new, desimal)))


def _bulat(angka: float, desimal: int) -> float:
    return float(Decimal(repr(angka)).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP))


def _angka(value: Value) -> Value:
    return 0.0 if value is None or value == "" else value
