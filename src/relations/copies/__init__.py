"""Whether documents still say what was quoted: in saved copies, and where they are read."""
