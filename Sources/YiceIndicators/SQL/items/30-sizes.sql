-- G4: pupils of 小学 and 初中 within the limit of the kind of school. Under a relaxation the larger limits hold for
-- schools built long ago, or with more than half of their pupils 随迁.

INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
WITH limits AS (
  SELECT m.item, s.org_code, s.primary_pupils + s.junior_pupils AS pupils, s.built_year, s.migrants,
    n.most, n.relaxed_most,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = 'relaxed_built_until') AS built_until,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = 'relaxed_migrant_percent') AS percent
  FROM measure AS m CROSS JOIN own_school AS s
  LEFT JOIN school_limit AS n ON n.kind = s.kind
  WHERE m.measure = 'school_size'
)
SELECT l.item, l.org_code, '', l.pupils, l.most, CASE WHEN l.pupils <= l.most THEN 1 ELSE 0 END,
  CASE WHEN f.org_code IS NOT NULL
    THEN CASE
      WHEN l.pupils <= l.most THEN 1
      WHEN l.pupils <= l.relaxed_most
        AND (l.built_year <= l.built_until OR l.migrants * 100 > l.percent * l.pupils) THEN 1
      ELSE 0 END END
FROM limits AS l
LEFT JOIN in_force AS f ON f.org_code = l.org_code AND f.item = l.item;

-- G5: every class within the limit. actual is the number of classes above it.
INSERT INTO item_class
SELECT m.item, c.org_code, c.stage, c.entry_year, c.class_no, c.grade, c.head_count, n.most
FROM measure AS m
CROSS JOIN own_school AS s
CROSS JOIN chosen_year AS y
JOIN class_roll AS c ON c.org_code = s.org_code AND c.school_year = y.school_year
JOIN class_limit AS n ON n.stage = c.stage
WHERE m.measure = 'class_size' AND c.head_count > n.most;

INSERT INTO item_school (item, org_code, part, actual, required, met, relaxed)
SELECT m.item, s.org_code, '', CASE WHEN s.keeps_classes = 1 THEN count(c.org_code) END, 0,
  CASE WHEN s.keeps_classes = 1 THEN CASE WHEN count(c.org_code) = 0 THEN 1 ELSE 0 END END, NULL
FROM measure AS m
CROSS JOIN own_school AS s
LEFT JOIN item_class AS c ON c.org_code = s.org_code AND c.item = m.item
WHERE m.measure = 'class_size'
GROUP BY m.item, s.org_code, s.keeps_classes;
