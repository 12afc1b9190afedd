"""The spreadsheet programs: each module here carries values between one program's cells and `call`."""
