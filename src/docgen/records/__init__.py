"""YAML records: to a tree that knows its lines and columns, to typed models, and back."""
