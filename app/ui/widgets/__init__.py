"""Widgets of our own look. Each is given plain texts and states and says plain values; none knows a shipment."""
