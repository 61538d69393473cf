"""The office's side of trust: the ceremony of keys and lists, and the demonstration's keys, which are no secret."""
