"""The dossier: what is said about a pair, decided before any format decides how it looks."""
