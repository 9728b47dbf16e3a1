"""Official paperwork (GB/T 9704-2012) from structured YAML records."""

__version__ = "0.1.0"
