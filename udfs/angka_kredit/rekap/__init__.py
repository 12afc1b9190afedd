"""The office report: a folder of people's workbooks as one table, with what each lacks and who needs attention."""
