"""Which papers a shipment needs, by rules that are data: ``resources/advice``. Says why, never who is right."""
