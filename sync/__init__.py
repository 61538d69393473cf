"""How things change: facts come in, wishes go out. The only HTTP of the program."""
