"""What an office is given: its feed, who of it may do what, and the trace of every look at a person's file."""
