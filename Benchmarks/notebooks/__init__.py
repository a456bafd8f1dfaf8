"""Times pages and edits against Jupyter on the same lesson, alternating in one run."""
