"""What a person can do with the program; the window and the command line are two faces of it."""
