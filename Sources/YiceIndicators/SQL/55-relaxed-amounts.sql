-- What relaxations in force let a school count besides; kept under 数据项 of their own, so that the strict figures stay.
-- R3: schools of 50 to 99 pupils may count part-time and visiting teachers of 体育, 音乐, 美术.
-- R5: schools in dense city centres may count leased grounds nearby.

INSERT INTO amount
SELECT t.org_code, '兼职走教体艺教师数', t.stage, NULL, count(*) * 10000, '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN in_force AS f ON f.org_code = s.org_code AND f.item = 'R3'
JOIN teacher AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
WHERE coalesce(t.full_time, 0) = 0 AND t.stage IS NOT NULL AND t.post IN ('兼职', '走教')
  AND t.subject IN (SELECT w.word FROM word AS w WHERE w.list IN ('pe_subjects', 'art_subjects'))
  AND (SELECT sum(p.pupils) FROM school_pupils AS p WHERE p.org_code = s.org_code AND p.stage IN ('小学', '初中'))
    BETWEEN (SELECT g.value FROM setting AS g WHERE g.item = 'R3' AND g.name = 'pupils_from')
    AND (SELECT g.value FROM setting AS g WHERE g.item = 'R3' AND g.name = 'pupils_to')
GROUP BY t.org_code, t.stage;

INSERT INTO amount
SELECT g.org_code, '租借运动场地面积', '',
  CASE WHEN g.campus = '' THEN '' ELSE g.org_code || '/' || g.campus END AS place,
  sum(cast(round(g.area * 10000) AS INTEGER)), '登记册'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN in_force AS f ON f.org_code = s.org_code AND f.item = 'R5'
JOIN ground AS g ON g.org_code = s.org_code AND g.school_year = y.school_year
JOIN word AS w ON w.list = 'sports_grounds' AND w.stage = '' AND w.word = g.category
WHERE g.leased = 1
GROUP BY g.org_code, place;

-- Statements of the same count only where the relaxation is in force, and for R3 only in schools of 50 to 99 pupils.
DELETE FROM amount
WHERE source = '填报值' AND element = '兼职走教体艺教师数'
  AND (org_code NOT IN (SELECT f.org_code FROM in_force AS f WHERE f.item = 'R3')
    OR org_code NOT IN (
      SELECT p.org_code FROM school_pupils AS p
      WHERE p.stage IN ('小学', '初中')
      GROUP BY p.org_code
      HAVING sum(p.pupils) BETWEEN (SELECT g.value FROM setting AS g WHERE g.item = 'R3' AND g.name = 'pupils_from')
        AND (SELECT g.value FROM setting AS g WHERE g.item = 'R3' AND g.name = 'pupils_to')));
DELETE FROM amount
WHERE source = '填报值' AND element = '租借运动场地面积'
  AND org_code NOT IN (SELECT f.org_code FROM in_force AS f WHERE f.item = 'R5');
