"""300 rows in conflict in a county of 60,000 rooms: `info` and `conflicts`, against the sqlite3 shell that looks up the
same keys. What both cost must grow with the conflicts, not with the file."""

import shutil

from harness import BenchError

COUNTY = "990101"
ROOMS = 60_000
CONFLICTS = 300
QUERY = """
SELECT s.row_key, s.rev, s.content, t.* FROM sibling AS s CROSS JOIN room AS t
  ON t.org_code = json_extract(s.row_key, '$[0]') AND t.school_year = json_extract(s.row_key, '$[1]')
    AND t.room_no = json_extract(s.row_key, '$[2]')
WHERE s.table_name = 'room' ORDER BY s.row_key;
"""


def sheet(path, rows, area):
    path.write_text("用房编号,用房类别,建筑面积\n" + "".join(
        f"R{number},教室,{area(number)}\n" for number in range(rows)), encoding="utf-8")


def run(bench):
    folder = bench.folder
    bench.run(bench.program, "new", "county.db", "--role", "county", "--org", COUNTY,
              "--name", "示例县教育局", "--year", "2022")
    bench.run(bench.program, "new", "school.db", "--org", "2199000001", "--name", "第一小学", "--kind", "小学",
              "--county", COUNTY, "--year", "2022")
    sheet(folder / "rooms.csv", ROOMS, lambda number: number % 90 + 10)
    bench.run(bench.program, "import", "school.db", "用房", "rooms.csv")
    for name, area in (("p", 1), ("q", 2)):
        shutil.copy(folder / "school.db", folder / f"{name}.db")
        sheet(folder / f"{name}.csv", CONFLICTS, lambda number, area=area: area)
        bench.run(bench.program, "import", f"{name}.db", "用房", f"{name}.csv")
    bench.run(bench.program, "merge", "county.db", "p.db")
    # Conflicts that wait are an exit status of their own, which a bench does not take for done.
    waits = ["/bin/sh", "-c", '"$@"; test $? -eq 3', "sh", bench.program]
    bench.run(*waits, "merge", "county.db", "q.db")
    (folder / "query.sql").write_text(QUERY, encoding="utf-8")
    if bench.run(*waits, "conflicts", "county.db", "--jsonl").count("\n") != 2 * CONFLICTS:
        raise BenchError("not every conflict is listed")
    peer = ["sqlite3", "-readonly", "county.db", ".read query.sql"]
    ours, other = bench.compare([bench.program, "info", "county.db"], peer, pairs=9)
    bench.ratio(ours, other, "sqlite3", goal=4, name="conflicts-info")
    bench.rate(1 / ours.seconds, "info", 5, "conflicts-info")
    ours, other = bench.compare([*waits, "conflicts", "county.db"], peer, pairs=9)
    bench.ratio(ours, other, "sqlite3", goal=10, name="conflicts-list")
    bench.rate(1 / ours.seconds, "list", 5, "conflicts-list")
    bench.memory(ours)
