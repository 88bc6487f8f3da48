"""Who is who in a document: names, offices, pronouns and groups lead to actors by its own words."""
