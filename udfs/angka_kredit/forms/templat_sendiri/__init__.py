"""Fills an agency's own form, recognised or by its profile, from the table of people: `isi --templat`."""
