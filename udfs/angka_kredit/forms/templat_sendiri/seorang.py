"""One person's copy of the agency's form made, or filled in further where it is there already."""

from __future__ import annotations

from dataclasses import replace

from ...errors import AngkaKreditError, Refused
from ...files import check_closed, read, write
from ...recalc.inputs import put_inputs
from ...recalc.package import Package
from ...recalc.run import recalculate
from ...recalc.workbook import Place
from ..isi.bentuk import Formulir, Rencana
from ..isi.rencana import terapan
from ..isi.seorang import Hasil, Tugas, hasil_tugas
from ..isi.templat import berjenjang
from .dupak import isi_dupak
from .kredit import baca_kegiatan, berperaturan
from .orang import fakta, isi_orang
from .siap import Asal, Lembaran, kosong, lembaran, templat
from .surat import isi_surat

_MOST = 5  # cells that are named
_PENGISI = {"dupak": isi_dupak, "surat_pernyataan": isi_surat}


def isi_sendiri(tugas: Tugas, asal: Asal) -> Hasil:
    """The person's file; Refused where it, or the form, is another person's."""
    data, book = templat(asal)
    left = book.angka_tersisa()
    path = tugas.keluar / f"{tugas.nomor:04}{asal.akhiran}"
    if path.exists():
        check_closed(path)
        data = read(path)
        book = lembaran(data, asal)
    _check_milik(book, tugas.baris.nip, path.name if path.exists() else asal.templat.name)
    hasil = rencana(tugas, book, book.isian())
    if left:
        more = f" dan {len(left) - _MOST} lagi" if len(left) > _MOST else ""
        hasil.catatan.append(f"templat sudah berisi angka, yang ikut ke berkas ini: {', '.join(left[:_MOST])}{more}")
    writes = {Place(*each.sel): each.nilai for each in terapan(hasil, tugas.timpa)}
    told: dict[Place, str] = {}
    data = put_inputs(Package(data), writes, told=told) if writes else data
    hasil.catatan += told.values()
    data, said = _dihitung(data)
    backup = write(path, data)
    notes = [*hasil.catatan, *said]
    kept = [f"isi lama disimpan sebagai {backup.name}"] if backup else []
    return replace(hasil_tugas(tugas, path.name, hasil, notes), catatan=(*notes, *kept))


def rencana(tugas: Tugas, book: Lembaran, formulir: Formulir) -> Rencana:
    """The writes that fill in the form: her data, then her activities."""
    hasil = Rencana()
    facts = fakta(berjenjang(tugas.baris.orang).fakta, hasil)
    for kisi, form in book.formulir():
        for each in form.orang:
            isi_orang(each, kisi, facts, formulir, hasil)
    acts = baca_kegiatan(list(tugas.baris.orang.kegiatan), facts, hasil)
    if acts and not berperaturan(facts):
        who = facts.get("jabatan") or "tidak disebut"
        hasil.catatan.append(
            f"jabatan {who}: angka kredit = satuan x volume x porsi, karena faktor jenjangnya tidak dikenal"
        )
    tables = [(kisi, form) for kisi, form in book.formulir() if form.jenis in _PENGISI and form.kolom]
    if tables and not acts:
        hasil.catatan.append("tidak ada kegiatannya di data; tabelnya tidak diisi")
    if acts and not tables:
        hasil.catatan.append(f"{len(acts)} kegiatan tidak diisi: formulir ini tidak punya DUPAK atau surat pernyataan")
    for kisi, form in tables:
        if acts and form.ragu:
            hasil.catatan.append(f"lembar {kisi.nama}: kegiatan tidak diisi, ragu: {form.ragu}")
    for jenis, fill in _PENGISI.items():
        parts = [(kisi, form) for kisi, form in tables if form.jenis == jenis and not form.ragu]
        if acts and parts:
            fill(parts, acts, formulir, hasil)
    return hasil


def _check_milik(book: Lembaran, nip: str, name: str) -> None:
    """Refused where the workbook has another person's NIP."""
    for _, form in book.formulir():
        for each in form.orang:
            own = (each.isi, each.siapa) == ("nip", "pegawai") and not kosong(each.nilai)
            if own and not "".join(each.nilai.split()).startswith(nip):
                raise Refused(f"{name} berisi NIP orang lain; kosongkan data orang itu, atau pindahkan berkasnya")


def _dihitung(data: bytes) -> tuple[bytes, list[str]]:
    """(the workbook recalculated, what to say): as it is where that cannot be done safely."""
    try:
        return recalculate(data).data, []
    except AngkaKreditError as reason:
        return data, [f"belum dihitung ulang ({reason}); buka di Excel agar jumlahnya dihitung"]
