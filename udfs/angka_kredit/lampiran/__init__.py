"""Importing a Lampiran: a person's table of credits per butir becomes data of a jabatan.

sheets (cells) -> header (columns) -> table (rows with their path) -> match (outcomes) -> store; report shows them."""
