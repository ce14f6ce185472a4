-- 2012: each school's score against the 学校办学基本标准, and its core items (核心指标).

INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
SELECT m.item, s.org_code, '', t.value, g.value,
  CASE WHEN t.value IS NOT NULL THEN CASE WHEN t.value >= g.value THEN 1 ELSE 0 END END, NULL
FROM measure AS m
CROSS JOIN own_school AS s
CROSS JOIN chosen_year AS y
JOIN setting AS g ON g.item = m.item AND g.name = 'points'
LEFT JOIN statement AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
  AND t.element = '办学基本标准得分' AND t.stage = '' AND t.campus = ''
WHERE m.measure = 'basic_score';

-- A school that fails 4 of the 13 is out at once; it is in only when all 13 are judged and fewer fail, so never while the
-- bureau has named fewer than 13.
-- actual is the number failed, required the most that may fail.
INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
-- The items are those that the bureau named (core_item); where it named none, C1 to as many as the profile has, which
-- schools answered in conclusion.
WITH asked AS (
  SELECT s.org_code, k.item
  FROM own_school AS s
  JOIN org AS o ON o.org_code = s.org_code
  JOIN core_item AS k ON k.org_code = coalesce(o.county_code, k.org_code) AND coalesce(k.active, 1) = 1
  UNION
  SELECT s.org_code, w.word
  FROM own_school AS s
  CROSS JOIN word AS w
  WHERE w.list = 'core_items' AND w.stage = '' AND NOT EXISTS (SELECT 1 FROM core_item)
),
judged AS (
  SELECT a.org_code, count(*) AS asked, count(coalesce(n.met, c.met)) AS judged,
    CASE WHEN count(coalesce(n.met, c.met)) > 0
      THEN sum(CASE WHEN coalesce(n.met, c.met) = 0 THEN 1 ELSE 0 END) END AS failed
  FROM asked AS a
  CROSS JOIN chosen_year AS y
  LEFT JOIN core_answer AS n ON n.org_code = a.org_code AND n.school_year = y.school_year AND n.item = a.item
  LEFT JOIN conclusion AS c ON c.org_code = a.org_code AND c.school_year = y.school_year AND c.item = a.item
  GROUP BY a.org_code
)
SELECT m.item, s.org_code, '', j.failed, l.value - 1,
  CASE WHEN j.failed >= l.value THEN 0 WHEN j.judged >= j.asked AND j.asked >= coalesce(c.value, 0) THEN 1 END, NULL
FROM measure AS m
CROSS JOIN own_school AS s
JOIN setting AS l ON l.item = m.item AND l.name = 'fail_at'
LEFT JOIN setting AS c ON c.item = m.item AND c.name = 'count'
LEFT JOIN judged AS j ON j.org_code = s.org_code
WHERE m.measure = 'core_items';
