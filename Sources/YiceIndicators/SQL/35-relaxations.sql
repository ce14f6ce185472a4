-- Which relaxations in force touch amounts of a school (R3, R5); read by SQL/40, and by SQL/55 for statements.
-- R3: 教学点 and small schools in villages, of 50 to 99 pupils, may count exchanged, part-time and visiting teachers of 体育,
-- 音乐, 美术 (2019 规程). Decision 0125. Where a school has no 城乡代码, the bureau's row (放宽认定) says enough; a town's school has none.
-- R5: schools in very dense city centres may count leased grounds nearby, and grounds made underground or on roofs.

DELETE FROM in_force
WHERE item = 'R3' AND org_code NOT IN (
  SELECT p.org_code FROM school_pupils AS p
  WHERE p.stage IN ('小学', '初中')
  GROUP BY p.org_code
  HAVING sum(p.pupils) BETWEEN (SELECT g.value FROM setting AS g WHERE g.item = 'R3' AND g.name = 'pupils_from')
    AND (SELECT g.value FROM setting AS g WHERE g.item = 'R3' AND g.name = 'pupils_to'));

DELETE FROM in_force
WHERE item = 'R3' AND org_code IN (
  SELECT o.org_code FROM org AS o
  WHERE o.kind <> '教学点' AND o.urban_rural IS NOT NULL
    AND o.urban_rural NOT IN (SELECT w.word FROM word AS w WHERE w.list = 'village_codes'));
