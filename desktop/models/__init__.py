"""Qt item models over immutable tuples."""
