"""20,000 entries of 整改清单 listed with what is overdue, against the bare query in the sqlite3 shell.

The shell prints the columns that our list shows, with the overdue days worked out in SQL.
"""

import random
import sqlite3

from harness import BenchError

ROWS = 20_000
COUNTY = "990101"
TODAY = "2022-12-01"
QUERY = """
SELECT o.name, r.id, r.source, r.indicator, r.problem, r.units, r.leaders, r.person, r.due_on, r.state,
  CASE WHEN r.state <> '已销号' AND r.due_on < '2022-12-01' THEN '逾期' END,
  CASE WHEN r.state <> '已销号' AND r.due_on < '2022-12-01'
    THEN CAST(julianday('2022-12-01') - julianday(r.due_on) AS INTEGER) END, r.former_id
FROM rectification AS r LEFT JOIN org AS o ON o.org_code = r.org_code
ORDER BY r.org_code, r.due_on, r.id;
"""


def fill(path):
    chance = random.Random(20221201)
    db = sqlite3.connect(path)
    schools = [f"21990{number:05d}" for number in range(1, 301)]
    # The triggers are for programs that know nothing of revisions; a benchmark's rows need no history.
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.executemany("INSERT INTO org (org_code, name, kind) VALUES (?, ?, '小学')",
                   [(code, f"第{code[-3:]}小学") for code in schools])
    states = ["待整改", "整改中", "整改中", "已销号", "退回"]
    db.executemany(
        "INSERT INTO rectification (org_code, id, source, indicator, problem, units, leaders, person, due_on, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(chance.choice(schools), f"z{number:06d}", chance.choice(["县检", "省检", "自查"]),
          f"R{chance.randint(1, 7)}", chance.choice(["生均教学及辅助用房面积不足", "音乐教室间数不足，面积不够", "骨干教师不足"]),
          chance.choice(["基建股", "财务股、基建股", "人事股"]), chance.choice(["甲局长", "乙局长、丙局长"]),
          chance.choice(["丁", "戊", "己"]), f"2022-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
          chance.choice(states)) for number in range(ROWS)])
    db.commit()
    db.close()


def run(bench):
    bench.run(bench.program, "new", "county.db", "--role", "county", "--org", COUNTY,
              "--name", "示例县教育局", "--year", "2022")
    fill(bench.folder / "county.db")
    (bench.folder / "query.sql").write_text(QUERY, encoding="utf-8")
    listed = bench.run(bench.program, "rectify", "list", "county.db", "--today", TODAY)
    shown = bench.run("sqlite3", "-readonly", "county.db", ".read query.sql")
    if listed.count("逾期") - shown.count("逾期") not in (1, 2) or shown.count("\n") != ROWS:
        raise BenchError("the two lists differ")
    ours, peer = bench.compare(
        [bench.program, "rectify", "list", "county.db", "--today", TODAY],
        ["sqlite3", "-readonly", "county.db", ".read query.sql"],
        pairs=9,
    )
    bench.ratio(ours, peer, "sqlite3", goal=2)
    bench.memory(ours)
