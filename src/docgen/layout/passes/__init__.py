"""The layout pass, one step a file: each takes the paper's tree and leaves it changed."""
