"""Invented people and their payrolls: believable, seeded, adding up to the céntimo."""
