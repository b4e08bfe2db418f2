"""Tests of the rendering engine and of the first papers."""
