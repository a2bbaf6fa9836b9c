"""The only room that imports SQLAlchemy: tables, engines, one store per need, migrations."""
