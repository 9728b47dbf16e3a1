"""What is wrong with a template: its tags, the names in them, its styles, its page."""
