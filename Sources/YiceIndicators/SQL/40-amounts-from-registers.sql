-- Made from ElementReading.all (Sources/YiceIndicators/Reading), do not edit by hand.
-- Raw amounts (数据项) of the schools in scope, read from their registers; pupils and classes are SQL/30.
-- stage '' belongs to the whole school and is split later; campus NULL is tied to no campus (SQL/36).
-- What counts under a relaxation only (放宽认定) is read where one is in force (SQL/35).

DROP TABLE IF EXISTS temp.amount;
CREATE TABLE temp.amount (
  org_code TEXT NOT NULL,
  element TEXT NOT NULL,
  stage TEXT NOT NULL,
  campus TEXT,
  amount_e4 BIGINT NOT NULL,
  source TEXT NOT NULL
);
CREATE INDEX temp.amount_by_element ON amount (org_code, element, stage);

INSERT INTO amount
SELECT t.org_code, '专任教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
WHERE t.full_time = 1
  AND t.stage IS NOT NULL
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT t.org_code, '高于规定学历教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN word AS w ON w.list = 'above_qualification' AND w.stage = t.stage AND w.word = t.education
WHERE t.full_time = 1
  AND t.stage IS NOT NULL
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT t.org_code, '骨干教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN word AS w ON w.list = 'backbone' AND w.stage = '' AND w.word = t.backbone
WHERE t.full_time = 1
  AND t.stage IS NOT NULL
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT t.org_code, '体育教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN word AS w ON w.list = 'pe_subjects' AND w.stage = '' AND w.word = t.subject
WHERE t.full_time = 1
  AND t.stage IS NOT NULL
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT t.org_code, '艺术教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN word AS w ON w.list = 'art_subjects' AND w.stage = '' AND w.word = t.subject
WHERE t.full_time = 1
  AND t.stage IS NOT NULL
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT t.org_code, '中级及以上职务教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN word AS w ON w.list = 'middle_titles' AND w.stage = '' AND w.word = t.title
WHERE t.full_time = 1
  AND t.stage IS NOT NULL
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT t.org_code, '兼职走教体艺教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN in_force AS f ON f.org_code = s.org_code AND f.item = 'R3'
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
WHERE coalesce(t.full_time, 0) = 0
  AND t.stage IS NOT NULL
  AND (t.post IN ('兼职', '走教') OR t.rotated = 1)
  AND t.subject IN (SELECT w.word FROM word AS w WHERE w.list IN ('pe_subjects', 'art_subjects'))
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT r.org_code, '教学及辅助用房面积', '',
  CASE WHEN v.org_code IS NOT NULL THEN r.org_code || '/' || r.campus END AS place,
  cast(sum(round(coalesce(r.floor_area, 0) * coalesce(r.room_count, 1) * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN room AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'teaching_rooms' AND w.stage = '' AND w.word = r.category
GROUP BY r.org_code, place;

INSERT INTO amount
SELECT r.org_code, '室内体育用房面积', '',
  CASE WHEN v.org_code IS NOT NULL THEN r.org_code || '/' || r.campus END AS place,
  cast(sum(round(coalesce(r.floor_area, 0) * coalesce(r.room_count, 1) * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN room AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'indoor_sports_rooms' AND w.stage = '' AND w.word = r.category
GROUP BY r.org_code, place;

INSERT INTO amount
SELECT r.org_code, '网络多媒体教室数', '',
  CASE WHEN v.org_code IS NOT NULL THEN r.org_code || '/' || r.campus END AS place,
  sum(coalesce(r.room_count, 1)) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN room AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'multimedia_rooms' AND w.stage = '' AND w.word = r.category
WHERE r.multimedia = 1
GROUP BY r.org_code, place;

INSERT INTO amount
SELECT g.org_code, '运动场地面积', '',
  CASE WHEN v.org_code IS NOT NULL THEN g.org_code || '/' || g.campus END AS place,
  cast(sum(round(g.area * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN ground AS g ON g.org_code = s.org_code AND g.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'sports_grounds' AND w.stage = '' AND w.word = g.category
WHERE coalesce(g.leased, 0) = 0
  AND coalesce(g.converted, 0) = 0
GROUP BY g.org_code, place;

INSERT INTO amount
SELECT g.org_code, '租借运动场地面积', '',
  CASE WHEN v.org_code IS NOT NULL THEN g.org_code || '/' || g.campus END AS place,
  cast(sum(round(g.area * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN in_force AS f ON f.org_code = s.org_code AND f.item = 'R5'
JOIN ground AS g ON g.org_code = s.org_code AND g.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'sports_grounds' AND w.stage = '' AND w.word = g.category
WHERE g.leased = 1
GROUP BY g.org_code, place;

INSERT INTO amount
SELECT g.org_code, '改建运动场地面积', '',
  CASE WHEN v.org_code IS NOT NULL THEN g.org_code || '/' || g.campus END AS place,
  cast(sum(round(g.area * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN in_force AS f ON f.org_code = s.org_code AND f.item = 'R5'
JOIN ground AS g ON g.org_code = s.org_code AND g.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'sports_grounds' AND w.stage = '' AND w.word = g.category
WHERE coalesce(g.leased, 0) = 0
  AND g.converted = 1
GROUP BY g.org_code, place;

INSERT INTO amount
SELECT e.org_code, '教学仪器设备值', '',
  CASE WHEN v.org_code IS NOT NULL THEN e.org_code || '/' || e.campus END AS place,
  cast(sum(round(coalesce(e.value, 0) * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN equipment AS e ON e.org_code = s.org_code AND e.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
LEFT JOIN word AS w ON w.list = 'teaching_equipment' AND w.stage = '' AND w.word = e.category
WHERE coalesce(e.counts_as_teaching, CASE WHEN w.word IS NULL THEN 0 ELSE 1 END) = 1
GROUP BY e.org_code, place;

INSERT INTO amount
SELECT e.org_code, '计算机台数', '',
  CASE WHEN v.org_code IS NOT NULL THEN e.org_code || '/' || e.campus END AS place,
  cast(sum(round(coalesce(e.quantity, 0) * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN equipment AS e ON e.org_code = s.org_code AND e.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'computers' AND w.stage = '' AND w.word = e.category
GROUP BY e.org_code, place;

INSERT INTO amount
SELECT e.org_code, '图书册数', '',
  CASE WHEN v.org_code IS NOT NULL THEN e.org_code || '/' || e.campus END AS place,
  cast(sum(round(coalesce(e.quantity, 0) * 10000)) AS BIGINT), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN equipment AS e ON e.org_code = s.org_code AND e.school_year = y.school_year
LEFT JOIN campused AS v ON v.org_code = s.org_code
JOIN word AS w ON w.list = 'books' AND w.stage = '' AND w.word = e.category
GROUP BY e.org_code, place;
