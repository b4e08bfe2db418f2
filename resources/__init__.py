"""What the program ships beside its code: code lists, samples, texts. Each file says its source and date."""
