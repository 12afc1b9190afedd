"""Profesi minimal: credit from pengembangan profesi that a rise needs (Assessor Pasal 13)."""

from __future__ import annotations

from ..errors import NotFound
from ..regulations.schema import Jabatan
from ..regulations.tabel import ProfesiMinimal
from .hasil import Hasil


def ak_profesi_minimal(jabatan: Jabatan, golongan_tujuan: str) -> Hasil:
    """The least credit points from pengembangan profesi for the rise to this golongan ruang.

    #N/A where the text prints none for it: a golongan that no rise leads to has no minimum, not a minimum of 0."""
    rows = jabatan.baris(ProfesiMinimal)
    found = next((row for row in rows if row.golongan == golongan_tujuan), None)
    if found is None:
        printed = ", ".join(row.golongan for row in rows)
        raise NotFound(
            f"{jabatan.regulasi.singkat} tidak mencetak {ProfesiMinimal.judul} untuk kenaikan ke {golongan_tujuan}; "
            f"yang ada: {printed} ({rows[0].rujukan} dan seterusnya)."
        )
    words = f"paling sedikit dari unsur pengembangan profesi untuk kenaikan ke {golongan_tujuan}"
    return Hasil(found.ak, words, (found,))
