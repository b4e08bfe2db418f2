"""The pages of the start screen. Plain values come in and signals go out: nothing heavy is loaded before they paint."""
