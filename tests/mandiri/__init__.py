"""An independent computation of the forms: the same facts, the regulations' words, plain Decimal and Fraction.

Nothing here imports the package under test. Tables are typed from the texts (`tabel`, `kinerja`), people are made up
(`pembuat`, `pembuat_kinerja`), what a form must show is computed anew (`hitung`, `penetapan`, `terbilang`, `kinerja`)
and compared with what it shows (`banding_konvensional`, `banding_kinerja`)."""
