"""The rules: pure functions from a jabatan's data and Decimals to a value with its authority."""
