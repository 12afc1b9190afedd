"""The files of a new jabatan in the user's data folder, in the package's own format."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ..files import set_aside, write
from ..regulations import sources
from ..regulations.schema import Jenjang
from .outcome import Target
from .store import as_csv, folder, regulation

FILES = ("regulation.toml", "jenjang.csv", "unsur.csv")  # of a regulation that an import made
JENJANG = ("kategori", "urutan", "jenjang", "golongan", "pangkat", "rujukan", "status")

# What everybody may compute without a rule of the text; a rule that nobody gave is absent, and says so.
_REGULATION = """id = {id}
nama = {nama}
singkat = {singkat}
tentang = {tentang}
catatan = ["Hanya jenjang dan angka kredit per butir yang diimpor; aturan lain tidak ada."]

[tidak_ada]
ak_satuan = "tidak ada dalam Lampiran yang diimpor"
faktor_jenjang = "Aturan tugas di luar jenjang sendiri tidak ikut diimpor"

[tangga]
rujukan = {tangga}
status = "impor"

[faktor_jenjang.sendiri]
persen = 100
rujukan = "Definisi: angka kredit butir jenjang sendiri adalah angka kredit satuan x volume"
status = "turunan"
catatan = "Butir jenjang sendiri dihitung penuh (bacaan kami); aturan di luar jenjang sendiri tidak diimpor."

[butir_semua_jenjang]
rujukan = "Lampiran yang diimpor: pelaksananya semua jenjang"
status = "turunan"
catatan = "Butir yang terbuka untuk semua jenjang selalu butir jenjang sendiri (bacaan kami)."
"""
_POSITION = """id = {id}
nama = {nama}
nama_lain = []
regulasi = {regulasi}
metode = "butir_kegiatan"
"""


def keep_regulation(target: Target, ladder: str) -> None:
    """The data of a new jabatan's regulation. `ladder`: the file that its jenjang were read from."""
    place = regulation(target.id)
    for left in sources.tables(place):  # no import's, or of one that did not come to its end
        if left.name not in FILES:
            set_aside(left)
    words = {
        "id": place.name,
        "nama": f"Lampiran {target.nama} yang diimpor",
        "singkat": f"Lampiran {target.nama} (impor)",
        "tentang": f"Jabatan Fungsional {target.nama}",
        "tangga": f"Tabel jenjang {ladder}",
    }
    write(place / "regulation.toml", _filled(_REGULATION, words))
    write(place / "jenjang.csv", as_csv(JENJANG, _ladder(target.levels)))


def keep_position(target: Target) -> None:
    """A new jabatan's own file: to be written last, for without it nothing of the rest is seen."""
    own = {"id": target.id, "nama": target.nama, "regulasi": regulation(target.id).name}
    write(folder() / "positions" / f"{target.id}.toml", _filled(_POSITION, own))


def _ladder(levels: Sequence[Jenjang]) -> list[dict[str, str]]:
    return [
        dict(zip(JENJANG, map(str, (level.kategori, level.urutan, level.nama, *rest)), strict=True))
        for level in levels
        for rest in ((g.kode, g.pangkat, g.rujukan, g.status) for g in level.golongan)
    ]


def _filled(template: str, words: Mapping[str, str]) -> bytes:
    """TOML; a JSON string is a TOML string."""
    quoted = {name: json.dumps(word, ensure_ascii=False) for name, word in words.items()}
    return template.format_map(quoted).encode()
