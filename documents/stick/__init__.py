"""Sealed packets that travel on a memory stick: keys, format, what vouches for whom. No files, network or database."""
