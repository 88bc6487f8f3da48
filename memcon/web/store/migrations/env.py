"""How Alembic runs the migrations: on the connection, and in the transaction, that it is given."""

from alembic import context

from memcon.web.store.migration import VERSIONS

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSIONS,
    transactional_ddl=False,
)
context.run_migrations()
