-- Made from ElementReading.all (Sources/YiceIndicators/Reading), do not edit by hand.
-- Which 数据项 a school's register tells; where it does not, the statement (填报值) counts, else it is 未填.
-- A register that has a row which counts tells the 数据项, and so does one whose rows all say that they do not count:
-- that is a 0. Where none counts and some leave empty what would decide, or write what is not understood, the 0
-- would be none.
-- stage '' belongs to the whole school.

DROP TABLE IF EXISTS temp.told;
CREATE TABLE temp.told (
  org_code TEXT NOT NULL,
  element TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (org_code, element, stage)
) WITHOUT ROWID;

-- What there is an amount of is told; only of the rest the rows are looked at once more.
INSERT INTO told
SELECT a.org_code, a.element, a.stage
FROM amount AS a
JOIN element AS e ON e.element = a.element
WHERE a.amount_e4 > 0 AND a.stage IN ('', '小学', '初中') AND e.relaxation IS NULL
GROUP BY a.org_code, a.element, a.stage;

INSERT INTO told
SELECT s.org_code, '学生数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'class_roll';

INSERT INTO told
SELECT s.org_code, '班级数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'class_roll';

INSERT INTO told
SELECT q.org_code, '专任教师数', q.stage
FROM (
  SELECT g.org_code, g.stage,
    max(CASE WHEN n.stage = g.stage THEN CASE WHEN n.full_time <> 1 THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL THEN 1 END END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN n.full_time <> 1 THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code, g.stage
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'teacher'
    CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '专任教师数' AND k.stage = g.stage)
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN teacher AS n ON n.org_code = g.org_code AND n.school_year = y.school_year AND coalesce(n.stage, g.stage) = g.stage
  GROUP BY g.org_code, g.stage
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '高于规定学历教师数', q.stage
FROM (
  SELECT g.org_code, g.stage,
    max(CASE WHEN n.stage = g.stage THEN CASE WHEN n.full_time <> 1 OR w.word IS NULL AND n.education IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN n.full_time <> 1 OR w.word IS NULL AND n.education IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code, g.stage
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'teacher'
    CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '高于规定学历教师数' AND k.stage = g.stage)
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN teacher AS n ON n.org_code = g.org_code AND n.school_year = y.school_year AND coalesce(n.stage, g.stage) = g.stage
  LEFT JOIN word AS w ON w.list = 'above_qualification' AND w.stage = g.stage AND w.word = n.education
  GROUP BY g.org_code, g.stage
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '骨干教师数', q.stage
FROM (
  SELECT g.org_code, g.stage,
    max(CASE WHEN n.stage = g.stage THEN CASE WHEN n.full_time <> 1 OR w.word IS NULL AND n.backbone IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN n.full_time <> 1 OR w.word IS NULL AND n.backbone IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code, g.stage
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'teacher'
    CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '骨干教师数' AND k.stage = g.stage)
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN teacher AS n ON n.org_code = g.org_code AND n.school_year = y.school_year AND coalesce(n.stage, g.stage) = g.stage
  LEFT JOIN word AS w ON w.list = 'backbone' AND w.stage = '' AND w.word = n.backbone
  GROUP BY g.org_code, g.stage
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '体育教师数', q.stage
FROM (
  SELECT g.org_code, g.stage,
    max(CASE WHEN n.stage = g.stage THEN CASE WHEN n.full_time <> 1 OR w.word IS NULL AND v.word IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN n.full_time <> 1 OR w.word IS NULL AND v.word IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code, g.stage
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'teacher'
    CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '体育教师数' AND k.stage = g.stage)
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN teacher AS n ON n.org_code = g.org_code AND n.school_year = y.school_year AND coalesce(n.stage, g.stage) = g.stage
  LEFT JOIN word AS w ON w.list = 'pe_subjects' AND w.stage = '' AND w.word = n.subject
  LEFT JOIN word AS v ON v.list = 'understood_teacher_subject' AND v.stage = '' AND v.word = n.subject
  GROUP BY g.org_code, g.stage
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '艺术教师数', q.stage
FROM (
  SELECT g.org_code, g.stage,
    max(CASE WHEN n.stage = g.stage THEN CASE WHEN n.full_time <> 1 OR w.word IS NULL AND v.word IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN n.full_time <> 1 OR w.word IS NULL AND v.word IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code, g.stage
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'teacher'
    CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '艺术教师数' AND k.stage = g.stage)
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN teacher AS n ON n.org_code = g.org_code AND n.school_year = y.school_year AND coalesce(n.stage, g.stage) = g.stage
  LEFT JOIN word AS w ON w.list = 'art_subjects' AND w.stage = '' AND w.word = n.subject
  LEFT JOIN word AS v ON v.list = 'understood_teacher_subject' AND v.stage = '' AND v.word = n.subject
  GROUP BY g.org_code, g.stage
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '中级及以上职务教师数', q.stage
FROM (
  SELECT g.org_code, g.stage,
    max(CASE WHEN n.stage = g.stage THEN CASE WHEN n.full_time <> 1 OR w.word IS NULL AND n.title IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN n.full_time <> 1 OR w.word IS NULL AND n.title IS NOT NULL THEN 0 WHEN n.full_time = 1 AND n.stage IS NOT NULL AND w.word IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code, g.stage
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'teacher'
    CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '中级及以上职务教师数' AND k.stage = g.stage)
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN teacher AS n ON n.org_code = g.org_code AND n.school_year = y.school_year AND coalesce(n.stage, g.stage) = g.stage
  LEFT JOIN word AS w ON w.list = 'middle_titles' AND w.stage = '' AND w.word = n.title
  GROUP BY g.org_code, g.stage
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT s.org_code, '兼职走教体艺教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher';

INSERT INTO told
SELECT q.org_code, '教学及辅助用房面积', ''
FROM (
  SELECT g.org_code,
    max(CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.floor_area IS NOT NULL THEN 1 END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.floor_area IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'room'
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '教学及辅助用房面积' AND k.stage = '')
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN room AS n ON n.org_code = g.org_code AND n.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'teaching_rooms' AND w.stage = '' AND w.word = n.category
  GROUP BY g.org_code
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '室内体育用房面积', ''
FROM (
  SELECT g.org_code,
    max(CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.floor_area IS NOT NULL THEN 1 END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.floor_area IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'room'
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '室内体育用房面积' AND k.stage = '')
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN room AS n ON n.org_code = g.org_code AND n.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'indoor_sports_rooms' AND w.stage = '' AND w.word = n.category
  GROUP BY g.org_code
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '网络多媒体教室数', ''
FROM (
  SELECT g.org_code,
    max(CASE WHEN w.word IS NULL AND n.category IS NOT NULL OR n.multimedia <> 1 THEN 0 WHEN w.word IS NOT NULL AND n.multimedia = 1 THEN 1 END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN w.word IS NULL AND n.category IS NOT NULL OR n.multimedia <> 1 THEN 0 WHEN w.word IS NOT NULL AND n.multimedia = 1 THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'room'
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '网络多媒体教室数' AND k.stage = '')
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN room AS n ON n.org_code = g.org_code AND n.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'multimedia_rooms' AND w.stage = '' AND w.word = n.category
  GROUP BY g.org_code
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '运动场地面积', ''
FROM (
  SELECT g.org_code,
    max(CASE WHEN w.word IS NULL AND n.category IS NOT NULL OR coalesce(n.leased, 0) <> 0 OR coalesce(n.converted, 0) <> 0 THEN 0 WHEN w.word IS NOT NULL AND coalesce(n.leased, 0) = 0 AND coalesce(n.converted, 0) = 0 THEN 1 END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN w.word IS NULL AND n.category IS NOT NULL OR coalesce(n.leased, 0) <> 0 OR coalesce(n.converted, 0) <> 0 THEN 0 WHEN w.word IS NOT NULL AND coalesce(n.leased, 0) = 0 AND coalesce(n.converted, 0) = 0 THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'ground'
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '运动场地面积' AND k.stage = '')
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN ground AS n ON n.org_code = g.org_code AND n.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'sports_grounds' AND w.stage = '' AND w.word = n.category
  GROUP BY g.org_code
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT s.org_code, '租借运动场地面积', ''
FROM scope AS s
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'ground';

INSERT INTO told
SELECT s.org_code, '改建运动场地面积', ''
FROM scope AS s
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'ground';

INSERT INTO told
SELECT q.org_code, '教学仪器设备值', ''
FROM (
  SELECT g.org_code,
    max(CASE WHEN coalesce(n.counts_as_teaching, CASE WHEN w.word IS NOT NULL THEN 1 WHEN n.category IS NOT NULL THEN 0 END) <> 1 THEN 0 WHEN coalesce(n.counts_as_teaching, CASE WHEN w.word IS NOT NULL THEN 1 WHEN n.category IS NOT NULL THEN 0 END) = 1 AND n.value IS NOT NULL THEN 1 END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN coalesce(n.counts_as_teaching, CASE WHEN w.word IS NOT NULL THEN 1 WHEN n.category IS NOT NULL THEN 0 END) <> 1 THEN 0 WHEN coalesce(n.counts_as_teaching, CASE WHEN w.word IS NOT NULL THEN 1 WHEN n.category IS NOT NULL THEN 0 END) = 1 AND n.value IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'equipment'
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '教学仪器设备值' AND k.stage = '')
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN equipment AS n ON n.org_code = g.org_code AND n.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'teaching_equipment' AND w.stage = '' AND w.word = n.category
  GROUP BY g.org_code
) AS q
WHERE q.counts = 1 OR q.unknown = 0;

INSERT INTO told
SELECT q.org_code, '计算机台数', ''
FROM (
  SELECT g.org_code,
    max(CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.quantity IS NOT NULL THEN 1 END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.quantity IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'equipment'
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '计算机台数' AND k.stage = '')
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN equipment AS n ON n.org_code = g.org_code AND n.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'computers' AND w.stage = '' AND w.word = n.category
  GROUP BY g.org_code
) AS q
WHERE q.counts = 1;

INSERT INTO told
SELECT q.org_code, '图书册数', ''
FROM (
  SELECT g.org_code,
    max(CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.quantity IS NOT NULL THEN 1 END) AS counts,
    max(CASE WHEN n.org_code IS NOT NULL AND CASE WHEN w.word IS NULL AND n.category IS NOT NULL THEN 0 WHEN w.word IS NOT NULL AND n.quantity IS NOT NULL THEN 1 END IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM (
    SELECT s.org_code
    FROM scope AS s
    JOIN kept AS r ON r.org_code = s.org_code AND r.register = 'equipment'
    WHERE NOT EXISTS (
      SELECT 1 FROM told AS k
      WHERE k.org_code = s.org_code AND k.element = '图书册数' AND k.stage = '')
  ) AS g
  CROSS JOIN chosen_year AS y
  LEFT JOIN equipment AS n ON n.org_code = g.org_code AND n.school_year = y.school_year
  LEFT JOIN word AS w ON w.list = 'books' AND w.stage = '' AND w.word = n.category
  GROUP BY g.org_code
) AS q
WHERE q.counts = 1;

-- What is 0 for want of anything that decides is no amount.
DELETE FROM amount
WHERE source = '登记册' AND amount_e4 = 0 AND NOT EXISTS (
  SELECT 1 FROM told AS k
  WHERE k.org_code = amount.org_code AND k.element = amount.element AND k.stage = amount.stage);
