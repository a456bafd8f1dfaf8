"""Times Flowbook against Jupyter on the same lesson, alternating in one run."""
