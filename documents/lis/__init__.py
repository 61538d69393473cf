"""Old SUP payroll files (.lis): reading, checking and transcribing them. Text in, records out; no database."""
