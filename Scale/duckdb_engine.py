"""DuckDB: one machine, all its cores. Takes every statement as it is."""

from engine import Engine, Unavailable

TYPES = {"TEXT": "VARCHAR", "BIGINT": "BIGINT", "DOUBLE PRECISION": "DOUBLE"}


class DuckDB(Engine):
    name = "duckdb"

    def __init__(self, threads=None):
        try:
            import duckdb
        except ImportError:
            raise Unavailable("没有装 DuckDB：运行 Scale/install。") from None
        self.connection = duckdb.connect(config={"threads": threads} if threads else {})
        self.connection.execute("SET preserve_insertion_order = false")

    def execute(self, statement):
        self.connection.execute(statement)

    def load(self, table, columns, paths):
        kinds = ", ".join(f"'{name}': '{TYPES[kind]}'" for name, kind in columns)
        self.connection.execute(
            f"INSERT INTO {table} SELECT * FROM read_csv(?, header = true, columns = {{{kinds}}}, delim = ',',"
            " quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, auto_detect = false)",
            [paths],
        )

    def rows(self, query):
        return self.connection.execute(query).fetchall()

    def clear(self):
        for kind, name in self.rows(
            "SELECT table_type, table_name FROM information_schema.tables ORDER BY table_type DESC"
        ):
            self.execute(f"DROP {'VIEW' if kind == 'VIEW' else 'TABLE'} IF EXISTS {name}")

    def close(self):
        self.connection.close()
