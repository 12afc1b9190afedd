"""Importing a Lampiran: a person's table of credits per butir becomes data of a jabatan.

read -> header -> table (rows with their path) -> match (each row's outcome) -> store; report shows it."""
