"""What a record is: one file per concept, none of which knows its holder, its file or its page."""
