-- Money by calendar year: the one in which the 学年 begins. Compared in whole ten-thousandths, so that a sum that is
-- exactly what is asked is enough.

-- G6: a 教学点, or a 小学 in a village, with fewer than 100 pupils gets 公用经费 for 100.
-- 公用经费拨款 of the school against 100 × 生均公用经费基准定额: its county's, else the one it states itself; another
-- school's says nothing of it.
INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
WITH norm AS (
  SELECT t.org_code, cast(round(t.value * 10000) AS BIGINT) AS norm_e4
  FROM statement AS t
  JOIN chosen_year AS y ON y.school_year = t.school_year
  WHERE t.element = '生均公用经费基准定额' AND t.stage IN ('', '小学') AND t.value IS NOT NULL
),
small AS (
  SELECT m.item, s.org_code, cast(g.value AS BIGINT) AS pupils,
    coalesce(
      (SELECT max(n.norm_e4) FROM norm AS n WHERE n.org_code = o.county_code),
      (SELECT max(n.norm_e4) FROM norm AS n WHERE n.org_code NOT IN (SELECT a.org_code FROM school AS a)
        AND n.org_code NOT IN (SELECT b.county_code FROM org AS b WHERE b.county_code IS NOT NULL)),
      (SELECT max(n.norm_e4) FROM norm AS n WHERE n.org_code = s.org_code)) AS norm_e4
  FROM measure AS m
  CROSS JOIN own_school AS s
  JOIN org AS o ON o.org_code = s.org_code
  JOIN setting AS g ON g.item = m.item AND g.name = 'pupils'
  WHERE m.measure = 'small_school_funds' AND s.primary_pupils + s.junior_pupils < g.value
    AND (s.kind = '教学点'
      OR (s.kind = '小学' AND s.urban_rural IN (SELECT w.word FROM word AS w WHERE w.list = 'village_codes')))
),
money AS (
  SELECT f.org_code, f.amount FROM finance AS f
  JOIN chosen_year AS y ON y.school_year = f.fiscal_year
  WHERE f.item = '公用经费拨款'
)
SELECT s.item, s.org_code, '', f.amount, s.pupils * s.norm_e4 / 10000.0,
  CASE WHEN f.amount IS NOT NULL AND s.norm_e4 IS NOT NULL
    THEN CASE WHEN cast(round(f.amount * 10000) AS BIGINT) >= s.pupils * s.norm_e4 THEN 1 ELSE 0 END END, NULL
FROM small AS s
LEFT JOIN money AS f ON f.org_code = s.org_code;

-- Q4: 教师培训经费 at least 5 % of 公用经费预算, school by school. Without a budget it is 未填.
INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
WITH money AS (
  SELECT f.org_code,
    sum(CASE WHEN f.item = '公用经费预算' THEN cast(round(f.amount * 10000) AS BIGINT) END) AS budget,
    sum(CASE WHEN f.item = '教师培训经费' THEN cast(round(f.amount * 10000) AS BIGINT) END) AS training
  FROM finance AS f
  JOIN chosen_year AS y ON y.school_year = f.fiscal_year
  WHERE f.item IN ('公用经费预算', '教师培训经费')
  GROUP BY f.org_code
)
SELECT m.item, s.org_code, '',
  CASE WHEN f.budget > 0 THEN f.training * 100.0 / f.budget END, g.value,
  CASE WHEN f.budget > 0 AND f.training IS NOT NULL
    THEN CASE WHEN f.training * 1000000 >= cast(round(g.value * 10000) AS BIGINT) * f.budget THEN 1 ELSE 0 END END, NULL
FROM measure AS m
CROSS JOIN own_school AS s
JOIN setting AS g ON g.item = m.item AND g.name = 'percent'
LEFT JOIN money AS f ON f.org_code = s.org_code
WHERE m.measure = 'training_funds';
