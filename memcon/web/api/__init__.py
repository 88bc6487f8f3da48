"""The API: what the pages do, as JSON under `/api/v1`, described by OpenAPI."""
