"""The commands: one file each, and nothing that the library does not offer to Python as well."""
