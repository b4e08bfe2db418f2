"""One kept process with limits that runs a named function, for work on what others wrote. Knows no such work itself."""
