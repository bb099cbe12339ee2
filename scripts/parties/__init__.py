"""The world's parties, built from well-kept packages and the publishers' own lists."""
