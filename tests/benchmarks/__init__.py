"""Ratios between this program and ordinary code for the same work, measured in one process, in turn."""
