"""What is missing, wrong or doubtful about a shipment: the rules, and what each document still lacks."""
