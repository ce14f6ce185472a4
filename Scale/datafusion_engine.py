"""DataFusion: one machine, all its cores. It has no indexes. A DELETE whose condition asks another table deletes every row
(55.0.0), without an error: so each is run as keeping the rest."""

import re

from engine import Engine, Unavailable

DELETE = re.compile(r"DELETE\s+FROM\s+(\w+)\s+WHERE\s+(.*)", re.S)


class DataFusion(Engine):
    name = "datafusion"

    def __init__(self, threads=None):
        try:
            import datafusion
            import pyarrow
            import pyarrow.csv
        except ImportError:
            raise Unavailable("没有装 DataFusion：运行 Scale/install。") from None
        self.datafusion, self.arrow = datafusion, pyarrow
        self.threads = threads
        self.clear()

    def clear(self):
        config = self.datafusion.SessionConfig()
        if self.threads:
            config = config.with_target_partitions(self.threads)
        self.context = self.datafusion.SessionContext(config)

    def execute(self, statement):
        if statement.startswith("CREATE INDEX"):
            return
        delete = DELETE.fullmatch(statement)
        if delete:
            table, condition = delete.groups()
            self.execute(f"CREATE TABLE kept_rows AS SELECT * FROM {table} WHERE NOT ({condition})")
            self.execute(f"DROP TABLE {table}")
            self.execute(f"CREATE TABLE {table} AS SELECT * FROM kept_rows")
            self.execute("DROP TABLE kept_rows")
            return
        self.context.sql(statement).collect()

    def load(self, table, columns, paths):
        arrow = self.arrow
        types = {"TEXT": arrow.string(), "BIGINT": arrow.int64(), "DOUBLE PRECISION": arrow.float64()}
        kinds = {name: types[kind] for name, kind in columns}
        batches = []
        for path in paths:
            read = arrow.csv.read_csv(
                path,
                parse_options=arrow.csv.ParseOptions(newlines_in_values=True),
                convert_options=arrow.csv.ConvertOptions(
                    column_types=kinds, null_values=[""], strings_can_be_null=True,
                    quoted_strings_can_be_null=False,
                ),
            )
            batches += read.to_batches()
        batches = [batch for batch in batches if batch.num_rows]
        if batches:
            self.context.register_record_batches("loaded_rows", [batches])
            self.execute(f"INSERT INTO {table} SELECT * FROM loaded_rows")
            self.context.deregister_table("loaded_rows")

    def rows(self, query):
        found = []
        for batch in self.context.sql(query).collect():
            found += zip(*(column.to_pylist() for column in batch.columns)) if batch.num_columns else []
        return found
