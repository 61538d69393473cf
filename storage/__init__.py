"""What we know, on disk and encrypted: the vault, the cache of facts, the outbox of wishes."""
