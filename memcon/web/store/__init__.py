"""The web app's own tables, in the archive's database: users, sessions, jobs, judgements, codings."""
