"""The command line: the same services as the window's, for files. Commands on files never touch the store."""
