"""How everything looks: colours, measures, style sheet, icons. Knows no widget of ours, no shipment and no words."""
