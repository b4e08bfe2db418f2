"""A shipment as bytes and back: strict reading, canonical writing, its hash, what is not known kept. Opens no file."""
