"""The same paper by other means, for :mod:`rendering` to hold ours against."""
