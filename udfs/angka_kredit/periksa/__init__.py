"""What a computer can see before the Tim Penilai does: rules broken, and the spreadsheet's own faults."""
