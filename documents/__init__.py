"""Paper: what is printed and how. No Qt, no network, no database."""
