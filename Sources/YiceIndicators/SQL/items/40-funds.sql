-- Money by calendar year: the one in which the 学年 begins.

-- G6: a 教学点, or a 小学 in a village, with fewer than 100 pupils gets 公用经费 for 100.
-- 公用经费拨款 of the school against 100 × 生均公用经费基准定额 (stated by the county, or by the school).
INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
WITH small AS (
  SELECT m.item, s.org_code, g.value AS pupils
  FROM measure AS m
  CROSS JOIN own_school AS s
  JOIN setting AS g ON g.item = m.item AND g.name = 'pupils'
  WHERE m.measure = 'small_school_funds' AND s.primary_pupils + s.junior_pupils < g.value
    AND (s.kind = '教学点'
      OR (s.kind = '小学' AND s.urban_rural IN (SELECT w.word FROM word AS w WHERE w.list = 'village_codes')))
),
norm AS (
  SELECT max(t.value) AS norm FROM statement AS t
  JOIN chosen_year AS y ON y.school_year = t.school_year
  WHERE t.element = '生均公用经费基准定额' AND t.stage IN ('', '小学')
),
money AS (
  SELECT f.org_code, f.amount FROM finance AS f
  JOIN chosen_year AS y ON y.school_year = f.fiscal_year
  WHERE f.item = '公用经费拨款'
)
SELECT s.item, s.org_code, '', f.amount, s.pupils * n.norm,
  CASE WHEN f.amount IS NOT NULL AND n.norm IS NOT NULL
    THEN CASE WHEN f.amount >= s.pupils * n.norm THEN 1 ELSE 0 END END, NULL
FROM small AS s
CROSS JOIN norm AS n
LEFT JOIN money AS f ON f.org_code = s.org_code;

-- Q4: 教师培训经费 at least 5 % of 公用经费预算, school by school. Without a budget it is 未填.
INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
WITH money AS (
  SELECT f.org_code,
    sum(CASE WHEN f.item = '公用经费预算' THEN f.amount END) AS budget,
    sum(CASE WHEN f.item = '教师培训经费' THEN f.amount END) AS training
  FROM finance AS f
  JOIN chosen_year AS y ON y.school_year = f.fiscal_year
  WHERE f.item IN ('公用经费预算', '教师培训经费')
  GROUP BY f.org_code
)
SELECT m.item, s.org_code, '',
  CASE WHEN f.budget > 0 THEN f.training * 100 / f.budget END, g.value,
  CASE WHEN f.budget > 0 AND f.training IS NOT NULL
    THEN CASE WHEN f.training * 100 >= g.value * f.budget THEN 1 ELSE 0 END END, NULL
FROM measure AS m
CROSS JOIN own_school AS s
JOIN setting AS g ON g.item = m.item AND g.name = 'percent'
LEFT JOIN money AS f ON f.org_code = s.org_code
WHERE m.measure = 'training_funds';
