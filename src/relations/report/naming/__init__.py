"""What parties, places and people are called in a dossier: chosen when it is made.

A profile says which names are used: those of the United Nations, everyday ones, or the reader's
own. No record holds any of them.
"""
