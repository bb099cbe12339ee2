"""Figures as drawings: one file for each sort, from plain numbers to shapes.

A chart knows no record and no measure. A section gives it numbers, names that are already words,
and a text alternative; it gives back a :class:`~relations.report.drawing.Drawing`, which every
format draws.
"""
