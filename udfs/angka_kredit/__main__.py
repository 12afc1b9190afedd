"""python -m angka_kredit: the command angka-kredit, where it is not in PATH."""

from .cli import main

main(prog_name="angka-kredit")
