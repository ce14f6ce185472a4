-- Which relaxations touch amounts of a school (R3, R5); read by SQL/40, and by SQL/50 for statements.
-- R3: 教学点 and small schools in villages, of 50 to 99 pupils, may count exchanged, part-time and visiting teachers of 体育,
-- 音乐, 美术 (2019 规程). Decision 0125. Where a school has no 城乡代码, the bureau's row (放宽认定) says enough; a town's school has none.
-- R5: schools in very dense city centres may count leased grounds nearby, and grounds made underground or on roofs.

INSERT INTO in_force
SELECT r.org_code, r.item
FROM relaxed AS r
LEFT JOIN (
  SELECT org_code, sum(pupils) AS pupils FROM school_pupils WHERE stage IN ('小学', '初中') GROUP BY org_code
) AS p ON p.org_code = r.org_code
LEFT JOIN setting AS f ON f.item = 'R3' AND f.name = 'pupils_from'
LEFT JOIN setting AS t ON t.item = 'R3' AND t.name = 'pupils_to'
LEFT JOIN org AS o ON o.org_code = r.org_code
LEFT JOIN word AS w ON w.list = 'village_codes' AND w.stage = '' AND w.word = o.urban_rural
WHERE r.item <> 'R3'
  OR (p.pupils BETWEEN f.value AND t.value
    AND (o.kind = '教学点' OR o.urban_rural IS NULL OR w.word IS NOT NULL));
