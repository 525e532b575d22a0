"""Trains Heed's models on the training sets that its job exports."""
