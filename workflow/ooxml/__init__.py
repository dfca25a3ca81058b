"""What every reader of Word files shares: the package opened within bounds, elements by local name, tracked changes."""
