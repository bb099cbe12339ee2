"""How dates, numbers, statuses, parties and doubt are said: one matter to a file.

Each function turns a value into words of the speech it is given and knows nothing of pages. What is
not known is said to be not known, and what was not found is never said not to exist.
"""
