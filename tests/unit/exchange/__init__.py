"""Tests of tables in and out."""
