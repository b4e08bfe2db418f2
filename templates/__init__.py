"""The papers: one <id>.xml.j2 a document type, _parts/ for what they share."""
