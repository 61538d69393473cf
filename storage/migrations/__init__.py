"""The schema of both files: numbered SQL steps, and a dump of what they add up to."""
