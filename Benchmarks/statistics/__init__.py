"""Times the library's statistics against NumPy, SciPy and pandas on the same numbers, alternating in one run."""
