"""The schema of each kind of file: numbered SQL steps, and a dump of what they add up to."""
