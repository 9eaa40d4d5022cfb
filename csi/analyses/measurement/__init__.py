"""Reliability and validity of a measurement: figures, tables, rulings and sentences, for every room that judges a model."""
