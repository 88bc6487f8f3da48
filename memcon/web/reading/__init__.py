"""Reading: documents that are handed in, read by a worker while their reader waits or goes on."""
