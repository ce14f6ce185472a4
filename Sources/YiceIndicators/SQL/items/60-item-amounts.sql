-- What the ratios of items are made of. source 登记册 is a school's register (one row also where the count is 0);
-- 填报值 is a statement of a school or of the county. Teachers are 专任教师 of 小学 and 初中; unknown_e4 are those whose
-- cell is empty: a blank is 未填, not 否.

DROP TABLE IF EXISTS temp.item_amount;
CREATE TABLE temp.item_amount (
  org_code TEXT NOT NULL,
  element TEXT NOT NULL,
  stage TEXT NOT NULL,
  amount_e4 BIGINT NOT NULL,
  source TEXT NOT NULL,
  unknown_e4 BIGINT NOT NULL DEFAULT 0
);

INSERT INTO item_amount
-- Hours by calendar year (教师培训), up to the one in which the 学年 begins: where 五年培训学时 is empty, their sum is known
-- to be enough when it is, and known not to be when all the years that count (training_years) are there.
WITH asked AS (
  SELECT max(CASE WHEN name = 'hours' THEN value END) AS hours,
    max(CASE WHEN item = 'programme' AND name = 'training_years' THEN value END) AS years,
    max(CASE WHEN item = 'programme' AND name = 'training_year_hours' THEN value END) AS year_hours
  FROM setting
),
trained AS (
  SELECT h.org_code, h.teacher_no, sum(h.hours) AS hours, count(*) AS years,
    max(CASE WHEN h.year = y.school_year THEN h.hours END) AS this_year
  FROM training AS h
  JOIN chosen_year AS y ON h.year <= y.school_year
  CROSS JOIN asked AS g
  WHERE h.year > y.school_year - g.years
  GROUP BY h.org_code, h.teacher_no
),
counted AS (
  SELECT t.org_code, count(*) AS teachers,
    sum(CASE WHEN t.certified = 1 THEN 1 ELSE 0 END) AS certified, count(*) - count(t.certified) AS certified_unknown,
    sum(CASE WHEN coalesce(t.training_hours, h.hours) >= g.hours THEN 1 ELSE 0 END) AS trained,
    sum(CASE WHEN t.training_hours IS NULL AND coalesce(h.hours, 0) < g.hours
      AND (g.years IS NULL OR coalesce(h.years, 0) < g.years) THEN 1 ELSE 0 END) AS trained_unknown,
    sum(CASE WHEN h.this_year >= g.year_hours THEN 1 ELSE 0 END) AS trained_year,
    sum(CASE WHEN h.this_year IS NULL OR g.year_hours IS NULL THEN 1 ELSE 0 END) AS year_unknown,
    sum(CASE WHEN t.rotation_due = 1 THEN 1 ELSE 0 END) AS due, count(*) - count(t.rotation_due) AS due_unknown,
    sum(CASE WHEN t.rotated = 1 THEN 1 ELSE 0 END) AS rotated, count(*) - count(t.rotated) AS rotated_unknown,
    sum(CASE WHEN t.rotated = 1 AND w.word IS NOT NULL THEN 1 ELSE 0 END) AS rotated_backbone,
    sum(CASE WHEN t.rotated IS NULL OR (t.rotated = 1 AND t.backbone IS NULL) THEN 1 ELSE 0 END) AS backbone_unknown
  FROM own_school AS s
  CROSS JOIN chosen_year AS y
  CROSS JOIN asked AS g
  JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
  LEFT JOIN trained AS h ON h.org_code = t.org_code AND h.teacher_no = t.teacher_no
  LEFT JOIN word AS w ON w.list = 'backbone' AND w.stage = '' AND w.word = t.backbone
  WHERE t.full_time = 1 AND t.stage IN ('小学', '初中')
  GROUP BY t.org_code
),
-- A school that keeps the register has none where every row says that it is no 专任; where rows leave it empty the
-- register does not tell.
held AS (
  SELECT k.org_code, coalesce(c.teachers, 0) AS teachers, coalesce(c.certified, 0) AS certified,
    coalesce(c.trained, 0) AS trained, coalesce(c.due, 0) AS due, coalesce(c.rotated, 0) AS rotated,
    coalesce(c.rotated_backbone, 0) AS rotated_backbone, coalesce(c.certified_unknown, 0) AS certified_unknown,
    coalesce(c.trained_year, 0) AS trained_year, coalesce(c.year_unknown, 0) AS year_unknown,
    coalesce(c.trained_unknown, 0) AS trained_unknown, coalesce(c.due_unknown, 0) AS due_unknown,
    coalesce(c.rotated_unknown, 0) AS rotated_unknown, coalesce(c.backbone_unknown, 0) AS backbone_unknown
  FROM own_school AS s
  CROSS JOIN chosen_year AS y
  JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
  LEFT JOIN counted AS c ON c.org_code = k.org_code
  WHERE c.teachers > 0 OR NOT EXISTS (
    SELECT 1 FROM teacher AS t
    WHERE t.org_code = s.org_code AND t.school_year = y.school_year
      AND (t.full_time IS NULL OR (t.full_time = 1 AND t.stage IS NULL)))
)
-- A column that is empty in all rows tells nothing; one that is empty in some tells of how many it is known.
SELECT org_code, '专任教师数', '', teachers * 10000, '登记册', 0 FROM held
UNION ALL SELECT org_code, '持证专任教师数', '', certified * 10000, '登记册', certified_unknown * 10000 FROM held
  WHERE teachers = 0 OR certified_unknown < teachers
UNION ALL SELECT org_code, '完成培训学时教师数', '', trained * 10000, '登记册', trained_unknown * 10000 FROM held
  WHERE teachers = 0 OR trained_unknown < teachers
UNION ALL SELECT org_code, '年度完成培训学时教师数', '', trained_year * 10000, '登记册', year_unknown * 10000 FROM held
  WHERE teachers = 0 OR year_unknown < teachers
UNION ALL SELECT org_code, '符合交流条件教师数', '', due * 10000, '登记册', due_unknown * 10000 FROM held
  WHERE teachers = 0 OR due_unknown < teachers
UNION ALL SELECT org_code, '交流轮岗教师数', '', rotated * 10000, '登记册', rotated_unknown * 10000 FROM held
  WHERE teachers = 0 OR rotated_unknown < teachers
UNION ALL SELECT org_code, '交流轮岗骨干教师数', '', rotated_backbone * 10000, '登记册', backbone_unknown * 10000 FROM held
  WHERE teachers = 0 OR backbone_unknown < teachers;

-- A school whose teacher register says nothing of 交流轮岗 and that keeps the register of stays (交流支教): who was away in
-- the 学年 before, which is what 表Ⅳ asks for (上一年度); 0 where nobody was. One teacher may have several stays: they are 骨干
-- where one of the rows says so.
INSERT INTO item_amount
WITH keeps AS (
  SELECT DISTINCT s.org_code
  FROM own_school AS s
  JOIN exchange AS e ON e.org_code = s.org_code
  WHERE e.from_on IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM item_amount AS a WHERE a.org_code = e.org_code AND a.element = '交流轮岗教师数')
),
teacher_away AS (
  SELECT e.org_code, e.teacher_no, max(e.backbone) AS backbone, count(*) - count(e.backbone) AS blank
  FROM keeps AS k
  CROSS JOIN chosen_year AS y
  JOIN exchange AS e ON e.org_code = k.org_code
  WHERE e.kind IN ('交流轮岗', '支教') AND e.from_on <= y.school_year || '-08-31'
    AND coalesce(e.to_on, '9999') >= (y.school_year - 1) || '-09-01'
  GROUP BY e.org_code, e.teacher_no
),
away AS (
  SELECT k.org_code, count(t.teacher_no) AS teachers,
    sum(CASE WHEN t.backbone = 1 THEN 1 ELSE 0 END) AS backbone,
    sum(CASE WHEN coalesce(t.backbone, 0) = 0 AND t.blank > 0 THEN 1 ELSE 0 END) AS backbone_unknown
  FROM keeps AS k
  LEFT JOIN teacher_away AS t ON t.org_code = k.org_code
  GROUP BY k.org_code
)
SELECT org_code, '交流轮岗教师数', '', teachers * 10000, '登记册', 0 FROM away
UNION ALL SELECT org_code, '交流轮岗骨干教师数', '', backbone * 10000, '登记册', backbone_unknown * 10000 FROM away;

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
SELECT org_code, '随迁子女数', '', migrants * 10000, '登记册', 0 FROM migrants;

INSERT INTO item_amount
SELECT a.org_code, '公办就读随迁子女数', '',
  CASE WHEN w.word IS NULL THEN a.amount_e4 ELSE 0 END, '登记册', 0
FROM item_amount AS a
JOIN org AS o ON o.org_code = a.org_code
LEFT JOIN word AS w ON w.list = 'private_run_by' AND w.stage = '' AND w.word = cast(o.run_by AS TEXT)
WHERE a.element = '随迁子女数' AND a.source = '登记册';

INSERT INTO item_amount
SELECT t.org_code, t.element, t.stage, cast(sum(round(t.value * 10000)) AS BIGINT), '填报值', 0
FROM statement AS t
JOIN chosen_year AS y ON y.school_year = t.school_year
JOIN word AS w ON w.list = 'item_elements' AND w.stage = '' AND w.word = t.element
WHERE t.stage IN ('', '小学', '初中')
GROUP BY t.org_code, t.element, t.stage;
