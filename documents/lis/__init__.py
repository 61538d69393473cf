"""Old SUP payroll files (.lis): reading, checking and transcribing them. Bytes in, records out; no disk, no database."""
