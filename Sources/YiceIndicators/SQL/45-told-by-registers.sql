-- Made from ElementReading.all (Sources/YiceIndicators/Reading), do not edit by hand.
-- Which 数据项 a school's register tells; where it does not, the statement (填报值) counts, else it is 未填.
-- A register that has a row which counts tells the 数据项, and so does one whose rows all say that they do not count:
-- that is a 0. Where none counts and some leave empty what would decide, the 0 would be none.
-- stage '' belongs to the whole school.

DROP TABLE IF EXISTS temp.told;
CREATE TEMP TABLE told (
  org_code TEXT NOT NULL,
  element TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (org_code, element, stage)
) WITHOUT ROWID;

INSERT INTO told
SELECT s.org_code, '学生数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'class_roll';

INSERT INTO told
SELECT s.org_code, '班级数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'class_roll';

INSERT INTO told
SELECT s.org_code, '专任教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '专任教师数' AND a.stage = g.stage
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.stage = g.stage
      AND n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END)
  OR NOT EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND coalesce(n.stage, g.stage) = g.stage
      AND (n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END) IS NULL);

INSERT INTO told
SELECT s.org_code, '高于规定学历教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '高于规定学历教师数' AND a.stage = g.stage
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.stage = g.stage
      AND n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.education IN (SELECT w.word FROM word AS w WHERE w.list = 'above_qualification' AND w.stage = g.stage))
  OR NOT EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND coalesce(n.stage, g.stage) = g.stage
      AND (n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.education IN (SELECT w.word FROM word AS w WHERE w.list = 'above_qualification' AND w.stage = g.stage)) IS NULL);

INSERT INTO told
SELECT s.org_code, '骨干教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '骨干教师数' AND a.stage = g.stage
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.stage = g.stage
      AND n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.backbone IN (SELECT w.word FROM word AS w WHERE w.list IN ('backbone')))
  OR NOT EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND coalesce(n.stage, g.stage) = g.stage
      AND (n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.backbone IN (SELECT w.word FROM word AS w WHERE w.list IN ('backbone'))) IS NULL);

INSERT INTO told
SELECT s.org_code, '体育教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '体育教师数' AND a.stage = g.stage
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.stage = g.stage
      AND n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.subject IN (SELECT w.word FROM word AS w WHERE w.list IN ('pe_subjects')))
  OR NOT EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND coalesce(n.stage, g.stage) = g.stage
      AND (n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.subject IN (SELECT w.word FROM word AS w WHERE w.list IN ('pe_subjects'))) IS NULL);

INSERT INTO told
SELECT s.org_code, '艺术教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '艺术教师数' AND a.stage = g.stage
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.stage = g.stage
      AND n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.subject IN (SELECT w.word FROM word AS w WHERE w.list IN ('art_subjects')))
  OR NOT EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND coalesce(n.stage, g.stage) = g.stage
      AND (n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.subject IN (SELECT w.word FROM word AS w WHERE w.list IN ('art_subjects'))) IS NULL);

INSERT INTO told
SELECT s.org_code, '中级及以上职务教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '中级及以上职务教师数' AND a.stage = g.stage
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.stage = g.stage
      AND n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.title IN (SELECT w.word FROM word AS w WHERE w.list IN ('middle_titles')))
  OR NOT EXISTS (
    SELECT 1 FROM teacher AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND coalesce(n.stage, g.stage) = g.stage
      AND (n.full_time = 1 AND CASE WHEN n.stage IS NOT NULL THEN 1 END AND n.title IN (SELECT w.word FROM word AS w WHERE w.list IN ('middle_titles'))) IS NULL);

INSERT INTO told
SELECT s.org_code, '兼职走教体艺教师数', g.stage
FROM scope AS s
CROSS JOIN (SELECT '小学' AS stage UNION ALL SELECT '初中' AS stage) AS g
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'teacher';

INSERT INTO told
SELECT s.org_code, '教学及辅助用房面积', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'room'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '教学及辅助用房面积' AND a.stage = ''
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM room AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('teaching_rooms')) AND CASE WHEN n.floor_area IS NOT NULL THEN 1 END)
  OR NOT EXISTS (
    SELECT 1 FROM room AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND (n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('teaching_rooms')) AND CASE WHEN n.floor_area IS NOT NULL THEN 1 END) IS NULL);

INSERT INTO told
SELECT s.org_code, '室内体育用房面积', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'room'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '室内体育用房面积' AND a.stage = ''
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM room AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('indoor_sports_rooms')) AND CASE WHEN n.floor_area IS NOT NULL THEN 1 END)
  OR NOT EXISTS (
    SELECT 1 FROM room AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND (n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('indoor_sports_rooms')) AND CASE WHEN n.floor_area IS NOT NULL THEN 1 END) IS NULL);

INSERT INTO told
SELECT s.org_code, '网络多媒体教室数', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'room'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '网络多媒体教室数' AND a.stage = ''
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM room AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('multimedia_rooms')) AND n.multimedia = 1)
  OR NOT EXISTS (
    SELECT 1 FROM room AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND (n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('multimedia_rooms')) AND n.multimedia = 1) IS NULL);

INSERT INTO told
SELECT s.org_code, '运动场地面积', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'ground'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '运动场地面积' AND a.stage = ''
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM ground AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('sports_grounds')) AND coalesce(n.leased, 0) = 0 AND coalesce(n.converted, 0) = 0)
  OR NOT EXISTS (
    SELECT 1 FROM ground AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND (n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('sports_grounds')) AND coalesce(n.leased, 0) = 0 AND coalesce(n.converted, 0) = 0) IS NULL);

INSERT INTO told
SELECT s.org_code, '租借运动场地面积', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'ground';

INSERT INTO told
SELECT s.org_code, '改建运动场地面积', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'ground';

INSERT INTO told
SELECT s.org_code, '教学仪器设备值', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'equipment'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '教学仪器设备值' AND a.stage = ''
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM equipment AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND coalesce(n.counts_as_teaching, n.category IN (SELECT w.word FROM word AS w WHERE w.list = 'teaching_equipment')) = 1 AND CASE WHEN n.value IS NOT NULL THEN 1 END)
  OR NOT EXISTS (
    SELECT 1 FROM equipment AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND (coalesce(n.counts_as_teaching, n.category IN (SELECT w.word FROM word AS w WHERE w.list = 'teaching_equipment')) = 1 AND CASE WHEN n.value IS NOT NULL THEN 1 END) IS NULL);

INSERT INTO told
SELECT s.org_code, '计算机台数', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'equipment'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '计算机台数' AND a.stage = ''
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM equipment AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('computers')) AND CASE WHEN n.quantity IS NOT NULL THEN 1 END);

INSERT INTO told
SELECT s.org_code, '图书册数', ''
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'equipment'
WHERE EXISTS (
  SELECT 1 FROM amount AS a
  WHERE a.org_code = s.org_code AND a.element = '图书册数' AND a.stage = ''
    AND a.amount_e4 > 0)
  OR EXISTS (
    SELECT 1 FROM equipment AS n
    WHERE n.org_code = s.org_code AND n.school_year = y.school_year
      AND n.category IN (SELECT w.word FROM word AS w WHERE w.list IN ('books')) AND CASE WHEN n.quantity IS NOT NULL THEN 1 END);

-- What is 0 for want of anything that decides is no amount.
DELETE FROM amount
WHERE source = '登记册' AND amount_e4 = 0 AND NOT EXISTS (
  SELECT 1 FROM told AS k
  WHERE k.org_code = amount.org_code AND k.element = amount.element AND k.stage = amount.stage);
