"""What the scripts ask of an engine. The texts are the same for all; where one takes a statement otherwise, its file says
so."""

from statements import statements


class Unavailable(Exception):
    """The engine is not on this machine."""


class Engine:
    name = ""

    def run(self, text):
        """Runs all statements of a text."""
        for statement in statements(text):
            self.execute(statement)

    def execute(self, statement):
        raise NotImplementedError

    def load(self, table, columns, paths):
        """Adds the rows of gzipped or plain CSV files; columns: [(name, type)]."""
        raise NotImplementedError

    def rows(self, query):
        """All rows of a query, as tuples."""
        raise NotImplementedError

    def insert(self, table, rows):
        """A few rows, as literals."""
        if rows:
            values = ", ".join("(" + ", ".join(map(literal, row)) + ")" for row in rows)
            self.execute(f"INSERT INTO {table} VALUES {values}")

    def clear(self):
        """Drops every table: the next batch begins anew."""
        raise NotImplementedError

    def close(self):
        pass


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def columns_of(text):
    """table → [(column, type)] of a text of CREATE TABLE statements."""
    tables = {}
    for statement in statements(text):
        head, _, body = statement.partition("(")
        words = head.split()
        if words[:2] != ["CREATE", "TABLE"]:
            continue
        columns = []
        for part in body.rpartition(")")[0].split(","):
            words_of = part.split()
            if len(words_of) < 2 or words_of[0] == "PRIMARY":
                continue
            kind = "DOUBLE PRECISION" if words_of[1] == "DOUBLE" else words_of[1]
            columns.append((words_of[0], kind))
        tables[words[2]] = columns
    return tables


def make(name, **options):
    """The engine of that name.

    Raises Unavailable with a word for the reader.
    """
    if name == "duckdb":
        from duckdb_engine import DuckDB

        return DuckDB(**options)
    if name == "datafusion":
        from datafusion_engine import DataFusion

        return DataFusion(**options)
    if name == "postgres":
        from postgres_engine import PostgreSQL

        return PostgreSQL(**options)
    raise Unavailable(f"没有叫“{name}”的引擎，可用：duckdb、datafusion、postgres、spark。")
