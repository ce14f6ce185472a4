-- What the ratios of items are made of. source 登记册 is a school's register (one row also where the count is 0);
-- 填报值 is a statement of a school or of the county. Teachers are 专任教师 of 小学 and 初中.

DROP TABLE IF EXISTS temp.item_amount;
CREATE TEMP TABLE item_amount (
  org_code TEXT NOT NULL,
  element TEXT NOT NULL,
  stage TEXT NOT NULL,
  amount_e4 INTEGER NOT NULL,
  source TEXT NOT NULL
);

INSERT INTO item_amount
WITH counted AS (
  SELECT t.org_code, count(*) AS teachers,
    sum(CASE WHEN t.certified = 1 THEN 1 ELSE 0 END) AS certified,
    sum(CASE WHEN t.training_hours >= g.hours THEN 1 ELSE 0 END) AS trained,
    sum(CASE WHEN t.rotation_due = 1 THEN 1 ELSE 0 END) AS due,
    sum(CASE WHEN t.rotated = 1 THEN 1 ELSE 0 END) AS rotated,
    sum(CASE WHEN t.rotated = 1 AND w.word IS NOT NULL THEN 1 ELSE 0 END) AS rotated_backbone
  FROM own_school AS s
  CROSS JOIN chosen_year AS y
  CROSS JOIN (SELECT max(value) AS hours FROM setting WHERE name = 'hours') AS g
  JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'backbone' AND w.stage = '' AND w.word = t.backbone
  WHERE t.full_time = 1 AND t.stage IN ('小学', '初中')
  GROUP BY t.org_code
),
-- A school that keeps the register has none where no row counts.
held AS (
  SELECT k.org_code, coalesce(c.teachers, 0) AS teachers, coalesce(c.certified, 0) AS certified,
    coalesce(c.trained, 0) AS trained, coalesce(c.due, 0) AS due, coalesce(c.rotated, 0) AS rotated,
    coalesce(c.rotated_backbone, 0) AS rotated_backbone
  FROM own_school AS s
  JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
  LEFT JOIN counted AS c ON c.org_code = k.org_code
)
SELECT org_code, '专任教师数', '', teachers * 10000, '登记册' FROM held
UNION ALL SELECT org_code, '持证专任教师数', '', certified * 10000, '登记册' FROM held
UNION ALL SELECT org_code, '完成培训学时教师数', '', trained * 10000, '登记册' FROM held
UNION ALL SELECT org_code, '符合交流条件教师数', '', due * 10000, '登记册' FROM held
UNION ALL SELECT org_code, '交流轮岗教师数', '', rotated * 10000, '登记册' FROM held
UNION ALL SELECT org_code, '交流轮岗骨干教师数', '', rotated_backbone * 10000, '登记册' FROM held;

-- 随迁子女 by class; a class that leaves the cell empty has told nothing, so the whole school has not.
INSERT INTO item_amount
WITH migrants AS (
  SELECT c.org_code, sum(c.migrant_pupils) AS migrants
  FROM own_school AS s
  CROSS JOIN chosen_year AS y
  JOIN class_roll AS c ON c.org_code = s.org_code AND c.school_year = y.school_year
  WHERE c.stage IN ('小学', '初中')
  GROUP BY c.org_code
  HAVING count(c.migrant_pupils) = count(*)
)
SELECT org_code, '随迁子女数', '', migrants * 10000, '登记册' FROM migrants;

INSERT INTO item_amount
SELECT a.org_code, '公办就读随迁子女数', '',
  CASE WHEN cast(o.run_by AS TEXT) IN (SELECT w.word FROM word AS w WHERE w.list = 'private_run_by')
    THEN 0 ELSE a.amount_e4 END, '登记册'
FROM item_amount AS a
JOIN org AS o ON o.org_code = a.org_code
WHERE a.element = '随迁子女数' AND a.source = '登记册';

INSERT INTO item_amount
SELECT t.org_code, t.element, t.stage, sum(cast(round(t.value * 10000) AS INTEGER)), '填报值'
FROM statement AS t
JOIN chosen_year AS y ON y.school_year = t.school_year
JOIN word AS w ON w.list = 'item_elements' AND w.stage = '' AND w.word = t.element
WHERE t.stage IN ('', '小学', '初中')
GROUP BY t.org_code, t.element, t.stage;
