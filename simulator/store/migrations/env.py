"""Alembic's entry: runs in the connection and transaction that `migrate.upgrade` opened."""

from alembic import context

from simulator.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
