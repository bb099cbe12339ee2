"""Records as tables, graphs and references: one file for each shape that others work with."""
