"""The page of a county of 300 schools against the queries that feed it.

The peer is `yice indicators --json` (the same figures, printed as JSON) and then, in the sqlite3 shell, the queries of
the ledgers that the page shows: class sizes, 大班额, 标准化建设 by category and school, yearly money, 整改 by state
and open entries, and who has sent. Both read the same file; the page has one year, so that no trend is worked out.
"""

import json
import os

from harness import BenchError

SCHOOLS = 300
LIMIT = 3_000_000  # bytes of the page

FILL = f"""
.bail on
.dbconfig enable_trigger off
PRAGMA synchronous = OFF;
BEGIN;
CREATE TEMP TABLE s AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {SCHOOLS})
  SELECT i, CASE WHEN i % 3 = 0 THEN '31' ELSE '21' END || printf('%08d', 99000000 + i) AS code,
    CASE WHEN i % 3 = 0 THEN '初中' ELSE '小学' END AS stage FROM n;
CREATE TEMP TABLE n AS WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 200) SELECT k FROM n;
INSERT INTO org (org_code, name, kind, run_by)
  SELECT code, '示例第' || i || stage, CASE stage WHEN '小学' THEN '小学' ELSE '初级中学' END, 7 FROM s;
INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, grade, head_count)
  SELECT code, 2022, stage, 2022 - k % 3, k, CASE stage WHEN '小学' THEN 1 ELSE 7 END + k % 3, 38 + (i * k) % 14
  FROM s JOIN n ON k <= 24;
INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, subject, full_time, education, backbone)
  SELECT code, 2022, 'T' || k, '教师' || i || '-' || k, stage,
    CASE k % 10 WHEN 0 THEN '体育' WHEN 1 THEN '音乐' ELSE '语文' END, 1,
    CASE WHEN (i + k) % 7 = 0 THEN '专科' ELSE '本科' END, CASE WHEN (i + k) % 6 = 0 THEN '县级' ELSE '无' END
  FROM s JOIN n ON k <= 85;
INSERT INTO room (org_code, school_year, room_no, category, floor_area, multimedia)
  SELECT code, 2022, 'R' || k, '教室', 80 + (i * k) % 60, k % 2 FROM s JOIN n ON k <= 60;
INSERT INTO ground (org_code, school_year, ground_no, category, area)
  SELECT code, 2022, 'G' || k, '运动场地', 3000 + (i * k) % 1500 FROM s JOIN n ON k <= 3;
INSERT INTO equipment (org_code, school_year, item_no, name, category, value)
  SELECT code, 2022, 'E' || k, '设备' || k, '教学仪器设备', 9000 + (i * k) % 6000 FROM s JOIN n ON k <= 200;
INSERT INTO standardization_item (org_code, item_id, seq, category, item, required, actual, money, state)
  SELECT code, 'k' || k, k, CASE k % 3 WHEN 0 THEN '校舍' WHEN 1 THEN '功能室' ELSE '图书' END, '项目' || k, 10,
    (i + k) % 13, 10000.0 * k, '实施中' FROM s JOIN n ON k <= 30;
INSERT INTO standardization_goal (org_code, item_id, year, goal, done, planned_money, spent_money)
  SELECT code, 'k' || k, 2022 + k % 3, 5, k % 5, 5000.0 * k, 1000.0 * k FROM s JOIN n ON k <= 30;
INSERT INTO oversized_class (org_code, stage, entry_year, class_no, filed_count, filed_on, level, due_on, state, struck_on)
  SELECT code, stage, 2020, k, 58, '2021-09-15', '大班额', '2022-' || printf('%02d', 1 + (i + k) % 12) || '-28',
    CASE WHEN (i + k) % 3 = 0 THEN '在册' ELSE '已销号' END, CASE WHEN (i + k) % 3 = 0 THEN NULL ELSE '2022-08-30' END
  FROM s JOIN n ON k <= 2;
INSERT INTO rectification (org_code, id, source, indicator, problem, units, due_on, state)
  SELECT code, 'r' || k, '县检', 'R' || (1 + k % 7), '生均教学及辅助用房面积不足，音乐教室面积不够', '基建股',
    '2022-' || printf('%02d', 1 + (i + k) % 12) || '-28',
    CASE (i + k) % 4 WHEN 0 THEN '待整改' WHEN 1 THEN '整改中' ELSE '已销号' END FROM s JOIN n ON k <= 10;
COMMIT;
"""

QUERIES = """
SELECT stage, count(*), sum(head_count), sum(head_count > 45), sum(head_count >= 56), sum(head_count >= 66)
  FROM class_roll WHERE school_year = 2022 GROUP BY stage;
SELECT o.*, (SELECT r.head_count FROM oversized_recount AS r WHERE r.org_code = o.org_code AND r.stage = o.stage
  AND r.entry_year = o.entry_year AND r.class_no = o.class_no ORDER BY r.counted_on DESC LIMIT 1)
  FROM oversized_class AS o ORDER BY org_code, stage, entry_year DESC, class_no;
SELECT category, count(*), sum(required > actual), sum(state = '已达标'), total(money) FROM standardization_item GROUP BY 1;
SELECT org_code, count(*), sum(required > actual), sum(state = '已达标'), total(money) FROM standardization_item GROUP BY 1;
SELECT year, sum(goal), sum(done), sum(planned_money), sum(spent_money) FROM standardization_goal GROUP BY year;
SELECT state, count(*) FROM rectification GROUP BY state;
SELECT r.*, (SELECT p.reported_on || p.progress FROM rectification_progress AS p WHERE p.org_code = r.org_code
  AND p.rectification_id = r.id ORDER BY p.reported_on DESC LIMIT 1)
  FROM rectification AS r WHERE state <> '已销号' ORDER BY due_on;
SELECT o.org_code, o.name, (SELECT count(*) FROM received AS r WHERE r.org_code = o.org_code) FROM org AS o;
"""


def run(bench):
    bench.run(bench.program, "new", "county.db", "--role", "county", "--org", "990101", "--name", "示例县教育局",
              "--year", "2022")
    (bench.folder / "fill.sql").write_text(FILL, encoding="utf-8")
    (bench.folder / "queries.sql").write_text(QUERIES, encoding="utf-8")
    bench.run("sqlite3", "county.db", ".read fill.sql")
    figures = json.loads(bench.run(bench.program, "indicators", "county.db", "--json"))
    segments = sum(len(stage["schools"]) for stage in figures["stages"])
    if segments != SCHOOLS:
        raise BenchError(f"{segments} segments, not {SCHOOLS}")
    peer = ("'%s' indicators county.db --json >/dev/null 2>&1 && sqlite3 -readonly county.db '.read queries.sql' >/dev/null"
            % bench.program)
    ours, other = bench.compare(
        [bench.program, "report", "county.db", "-o", "page.html", "--today", "2022-12-01"], ["/bin/sh", "-c", peer],
        pairs=7)
    bench.ratio(ours, other, "indicators-json+sqlite3", goal=2)
    bench.memory(ours)
    size = os.path.getsize(bench.folder / "page.html")
    print(f"bench report-html-size ours={size / 1e6:.2f} MB goal<={LIMIT / 1e6:g} {'ok' if size < LIMIT else 'short'}", flush=True)
