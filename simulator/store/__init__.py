"""The database: engine, tables, queries and migrations. SQLAlchemy is imported here and nowhere else."""
