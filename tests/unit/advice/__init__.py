"""Tests of the papers a shipment needs."""
