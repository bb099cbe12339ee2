"""How things look in a notebook: small tables of HTML that say what they leave out."""
