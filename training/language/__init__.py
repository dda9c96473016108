"""Trains the shipped English analysis; see README.md beside this file."""
