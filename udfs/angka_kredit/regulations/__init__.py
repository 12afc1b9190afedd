"""The regulations as data: one folder each, every value with its rujukan and status."""
