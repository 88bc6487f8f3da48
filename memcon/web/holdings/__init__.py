"""Holdings: what the archive holds, counted and listed for pages: documents, actors, topics, times."""
