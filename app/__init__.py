"""Siap Ekspor: drafts of export papers from one told shipment. Drafts only; it files nothing."""

__version__ = "0.1.0"
