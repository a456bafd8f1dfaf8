"""Times `flowbook flows` against other flow meters on the same captures, alternating in one run."""
