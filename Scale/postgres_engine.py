"""PostgreSQL in a cluster of its own, which lives as long as the run: nothing of a server that is there is touched. Never as
root: then the cluster belongs to the system's user postgres."""

import glob
import json
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile

from engine import Engine, Unavailable, literal
from statements import statements

# SQLite, DuckDB and DataFusion round halves away from zero, PostgreSQL to the even neighbour. All amounts are 0 or more.
ROUND = """
CREATE SCHEMA figures;
ALTER DATABASE postgres SET search_path = figures, pg_catalog;
CREATE FUNCTION figures.round(double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT
  RETURN pg_catalog.floor($1 + 0.5);
"""
SETTINGS = {
    "listen_addresses": "''", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
    "shared_buffers": "'256MB'", "work_mem": "'128MB'", "max_wal_size": "'4GB'", "jit": "off",
    "autovacuum": "off", "wal_level": "minimal", "max_wal_senders": "0",
}


class PostgreSQL(Engine):
    name = "postgres"

    def __init__(self, threads=None):
        places = [os.path.dirname(shutil.which("pg_ctl") or "/"), *sorted(glob.glob("/usr/lib/postgresql/*/bin"))]
        self.programs = next((p for p in reversed(places) if os.path.exists(p + "/initdb")), None)
        if not self.programs:
            raise Unavailable("没有装 PostgreSQL（Debian：apt install postgresql）。")
        self.user = None
        if os.geteuid() == 0:
            try:
                self.user = pwd.getpwnam("postgres").pw_name
            except KeyError:
                raise Unavailable("PostgreSQL 不能以 root 运行，系统里也没有 postgres 用户。") from None
        self.place = tempfile.mkdtemp(prefix="yice-pg-")
        if self.user:
            shutil.chown(self.place, self.user)
        data = self.place + "/data"
        self.call("initdb", "-D", data, "-U", "figures", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N")
        with open(data + "/postgresql.conf", "a", encoding="utf-8") as file:
            file.writelines(f"{key} = {value}\n" for key, value in SETTINGS.items())
            file.write(f"unix_socket_directories = '{self.place}'\n")
            if threads == 1:
                file.write("max_parallel_workers_per_gather = 0\n")
        self.call("pg_ctl", "-D", data, "-l", self.place + "/log", "-w", "start")
        self.psql(ROUND)

    def call(self, program, *arguments):
        done = subprocess.run(
            [self.programs + "/" + program, *arguments], user=self.user, cwd="/", stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.strip()}")

    def psql(self, text):
        done = subprocess.run(
            [self.programs + "/psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.place, "-U", "figures", "postgres"],
            input=text, capture_output=True, text=True, env={"PATH": os.environ["PATH"], "PGOPTIONS": "-c client_min_messages=warning"},
        )
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        return done.stdout

    def run(self, text):
        # Without statistics of what was just filled the planner takes nested loops.
        parts = []
        for statement in statements(text):
            parts.append(statement + ";")
            if statement.startswith("INSERT INTO"):
                parts.append(f"ANALYZE {statement.split()[2]};")
        self.psql("\n".join(parts))

    def execute(self, statement):
        self.psql(statement + ";")

    def load(self, table, columns, paths):
        parts = []
        for path in paths:
            packed = path.endswith(".gz")
            source = literal("gzip -dc " + shlex.quote(path) if packed else path)
            source = "PROGRAM " + source if packed else source
            parts.append(f"\\copy {table} FROM {source} (FORMAT csv, HEADER)")
        self.psql("\n".join(parts) + f"\nANALYZE {table};")

    def rows(self, query):
        text = self.psql(f"\\pset tuples_only on\n\\pset format unaligned\nSELECT to_json(q) FROM ({query}) AS q;")
        return [tuple(json.loads(line).values()) for line in text.splitlines()]

    def clear(self):
        self.psql("DROP SCHEMA figures CASCADE;" + ROUND)

    def close(self):
        try:
            self.call("pg_ctl", "-D", self.place + "/data", "-m", "immediate", "stop")
        finally:
            shutil.rmtree(self.place, ignore_errors=True)
