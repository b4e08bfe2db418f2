"""Files for and from other programs. Knows no screen and no store."""
