"""Figures computed from the records: small functions of one shape, each with its own file."""
