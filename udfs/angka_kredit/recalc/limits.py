"""The bounds that keep a hostile file from taking the machine's time or memory. A file beyond one is refused by name.

A DUPAK is some hundred kilobytes with some thousand cells: every bound is far above what an office writes."""

from __future__ import annotations

MOST_ENTRIES = 10_000  # parts of a package; a workbook of a hundred sheets has some five hundred
LARGEST_PART = 64 * 2**20  # bytes of one part, unpacked: a sheet of a million cells has about 40 MiB
LARGEST_TOTAL = 256 * 2**20  # bytes of all parts, unpacked: all of them are in memory at once
RATIO_FROM = 2**20  # bytes; below this no ratio is a danger (a sheet of blank styled cells packs very well)
MOST_RATIO = 250  # unpacked to packed; real sheets have 5 to 60, a zip bomb about 1 000
MOST_CELLS = 1_000_000  # of one workbook: what the slower reader and an engine do in seconds and 1 GiB
MOST_FORMULAS = 200_000  # of one workbook: 16 s and 332 MiB with one engine; a DUPAK has some thousand
DEEPEST_XML = 100  # nested elements; sheets have about 8, grouped drawings 30; one engine dies of 100 000
LONGEST_RUN = 2**18  # bytes without '<' in a sheet or the shared strings: 32 767 letters, each written as _x0001_
LONGEST_TEXT = 32_767  # letters in a cell: Excel's own limit
LONGEST_FORMULA = 8_192  # characters: Excel's own limit
DEEPEST_FORMULA = 128  # nested parentheses; Excel allows 64 nested functions; one engine dies of 4 000
MOST_POWERS = 128  # '^' in one formula: nested too, seen by that engine
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # XFD1048576
