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

-- A school that fails 4 of the 13 is out at once; it is in only when all 13 are judged and fewer fail.
-- actual is the number failed, required the most that may fail.
INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
WITH judged AS (
  SELECT c.org_code, count(c.met) AS judged, sum(CASE WHEN c.met = 0 THEN 1 ELSE 0 END) AS failed
  FROM conclusion AS c
  JOIN chosen_year AS y ON y.school_year = c.school_year
  JOIN word AS w ON w.list = 'core_items' AND w.stage = '' AND w.word = c.item
  GROUP BY c.org_code
)
SELECT m.item, s.org_code, '', j.failed, l.value - 1,
  CASE WHEN j.failed >= l.value THEN 0 WHEN j.judged >= n.value THEN 1 END, NULL
FROM measure AS m
CROSS JOIN own_school AS s
JOIN setting AS n ON n.item = m.item AND n.name = 'count'
JOIN setting AS l ON l.item = m.item AND l.name = 'fail_at'
LEFT JOIN judged AS j ON j.org_code = s.org_code
WHERE m.measure = 'core_items';
