"""Accounts: who may use the app, how they sign in, and what they may do."""
