"""Code lists of the trade and customs: what a code means in both languages, and how old the list is."""
