"""Recalculation of existing workbooks: only the cached values of formula cells change, nothing else ever."""
