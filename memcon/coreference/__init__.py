"""Coreference: which words of a text mention the same person or thing.

`memcon.coreference.finding.find_clusters` is the way in.
"""
