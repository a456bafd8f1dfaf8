"""The captures that are metered: made once, kept below .build, and made anew when what makes them changes."""
