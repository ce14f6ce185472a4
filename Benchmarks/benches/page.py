"""The local page (yice open): first page of 300 schools, a cell saved, memory at rest, a grid of 10,000 rows.

The peer of the first page is that of report-html: the same figures printed as JSON, and the ledgers' queries in the
sqlite3 shell. The grid is timed at the server, and, where chromium-driver and python3-selenium are installed, until a
browser shows its rows.
"""

import http.client
import importlib.util
import json
import pathlib
import re
import statistics
import subprocess
import time
import urllib.parse

from harness import BenchError, measure, seconds, verdict

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "Sources/YicePage/Texts/script"

ROWS = 10_000
TEACHERS = f"""
.dbconfig enable_trigger off
BEGIN;
WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {ROWS})
INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, subject, full_time, education)
  SELECT '2199000001', 2022, printf('T%05d', k), '教师' || k, '小学', '语文', 1, '本科' FROM n;
COMMIT;
"""


class Page:
    """A running `yice open`, and a browser's connection to it."""

    def __init__(self, bench, file):
        self.process = subprocess.Popen([bench.program, "open", file, "--no-browser"], cwd=bench.folder,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = re.match(r"http://(127\.0\.0\.1):(\d+)(/in\?t=\w+)$", self.process.stdout.readline().strip())
        if not address:
            raise BenchError("yice open gave no address")
        self.host, self.port, entrance = address[1], int(address[2]), address[3]
        self.connection = http.client.HTTPConnection(self.host, self.port)
        self.cookie = ""
        _, response = self.ask("GET", entrance)
        self.cookie = response.getheader("Set-Cookie").split(";")[0]

    def ask(self, method, path, fields=None):
        headers = {"Cookie": self.cookie, "Accept": "application/json"}
        body = None
        if method == "POST":
            body = urllib.parse.urlencode(fields)
            headers |= {"Origin": f"http://{self.host}:{self.port}"}
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        text = response.read().decode()
        if response.status >= 400:
            raise BenchError(f"{method} {path}: {response.status} {text[:200]}")
        return text, response

    def time(self, *request):
        start = time.perf_counter()
        self.ask(*request)
        return time.perf_counter() - start

    def memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read())[1]) * 1024

    def end(self):
        self.process.terminate()
        self.process.wait()


def say(name, value, unit, goal):
    shown = seconds(value) if unit == "s" else f"{value:.1f}"
    print(f"bench {name} ours={shown} {unit} goal<={goal:g} {verdict(value <= goal)}", flush=True)


def run(bench):
    report = load("report-html")
    bench.run(bench.program, "new", "county.db", "--role", "county", "--org", "990101", "--name", "示例县教育局",
              "--year", "2022")
    (bench.folder / "fill.sql").write_text(report.FILL, encoding="utf-8")
    (bench.folder / "queries.sql").write_text(report.QUERIES, encoding="utf-8")
    bench.run("sqlite3", "county.db", ".read fill.sql")
    peer = ("'%s' indicators county.db --json >/dev/null 2>&1 && sqlite3 -readonly county.db '.read queries.sql' >/dev/null"
            % bench.program)
    page = Page(bench, "county.db")
    try:
        times = [(page.time("GET", "/"), measure(["/bin/sh", "-c", peer], cwd=bench.folder)) for _ in range(8)][1:]
        ours, other = (statistics.median(side) for side in zip(*times))
        print(f"bench page-first ours={seconds(ours)} peer=indicators-json+sqlite3:{seconds(other)}"
              f" ratio={ours / other:.2f} goal<=2 {verdict(ours / other <= 2)}", flush=True)
    finally:
        page.end()

    bench.run(bench.program, "new", "school.db", "--org", "2199000001", "--name", "第一小学", "--county", "990101",
              "--year", "2022")
    (bench.folder / "teachers.sql").write_text(TEACHERS, encoding="utf-8")
    bench.run("sqlite3", "school.db", ".read teachers.sql")
    bench.run(bench.program, "info", "school.db")
    page = Page(bench, "school.db")
    try:
        window = "/table/teacher/rows?from=0&count=200&columns=1"
        # All that a browser asks for, one after the other.
        scripts = ["/script/" + path.name for path in sorted(SCRIPTS.glob("*.js"))]
        places = ["/table/teacher", "/page.css", *scripts, window]
        grid = [sum(page.time("GET", path) for path in places) for _ in range(6)]
        say("page-grid-10000", statistics.median(grid[1:]), "s", 0.5)
        far = [page.time("GET", "/table/teacher/rows?from=9800&count=200") for _ in range(6)]
        say("page-grid-last-window", statistics.median(far[1:]), "s", 0.5)
        row = json.loads(page.ask("GET", window)[0])["rows"][0]
        saved = []
        for turn in range(25):
            fields = [("row", row[0]), ("version", row[1]), ("c.name", f"教师{turn}甲")]
            start = time.perf_counter()
            answer = json.loads(page.ask("POST", "/table/teacher/write", fields)[0])
            saved.append(time.perf_counter() - start)
            row = answer["lines"][0]["row"]
        say("page-cell-saved", statistics.median(saved[1:]), "s", 0.05)
        browser(page, bench)
        # The allocator's leftovers are given back while nobody asks.
        time.sleep(17)
        say("page-idle-memory", page.memory() / 1e6, "MB", 40)
    finally:
        page.end()


def load(name):
    path = pathlib.Path(__file__).with_name(name + ".py")
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BROWSER = """
import sys, time
sys.path.insert(0, sys.argv[3])
sys.dont_write_bytecode = True
from browser import Person
name, value = sys.argv[2].split("=")
person = Person(sys.argv[1] + "/in", sys.argv[4], cookie=(name, value))
times = []
for _ in range(4):
    times.append(person.shown("/table/teacher"))
person.close()
print(sorted(times[1:])[1] / 1000)
"""


def browser(page, bench):
    """Milliseconds from the address to the rows, as the browser counts them."""
    here = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/YicePageTests/Browser"
    done = subprocess.run(["/usr/bin/python3", "-c", BROWSER, f"http://{page.host}:{page.port}", page.cookie, str(here),
                           str(bench.folder)], capture_output=True, text=True)
    if done.returncode == 0:
        say("page-grid-10000-in-browser", float(done.stdout), "s", 0.5)
    else:
        print("  page-grid-10000-in-browser skipped: no chromium-driver and python3-selenium", flush=True)
