-- form: 交流支教分年
-- title: 教师交流轮岗分年统计（申报表表Ⅳ用上一年度）
-- words: 交流统计、交流轮岗统计
-- section: 交流
-- from: exchange
-- column year: 学年 12 centred
-- column kind: 类型 12 centred
-- column teachers: 人数 8
-- column backbone: 其中骨干 9
-- column share: 骨干占比（%） 11
-- column unknown: 骨干未填 9
-- column note: 备注 20
-- note: 某学年里在外的都算，一人两次算一人。表Ⅳ（十一）问的是上一年度。
-- Who was away on any day of the 学年, this one and the four before.
WITH years(year) AS (VALUES (:year - 4), (:year - 3), (:year - 2), (:year - 1), (:year)),
away AS (
  SELECT y.year, e.kind, e.org_code, e.teacher_no, max(e.backbone) AS backbone
  FROM years AS y
  JOIN exchange AS e ON e.from_on <= (y.year + 1) || '-08-31' AND coalesce(e.to_on, '9999') >= y.year || '-09-01'
  WHERE :school IS NULL OR e.org_code = :school
  GROUP BY y.year, e.kind, e.org_code, e.teacher_no
),
counted AS (
  SELECT year, kind, count(*) AS teachers, sum(backbone = 1) AS backbone, count(*) - count(backbone) AS unknown, 0 AS place
  FROM away GROUP BY year, kind
  UNION ALL
  SELECT year, '交流轮岗和支教', count(*), sum(backbone = 1), count(*) - count(backbone), 1
  FROM (SELECT year, org_code, teacher_no, max(backbone) AS backbone FROM away WHERE kind IN ('交流轮岗', '支教')
    GROUP BY year, org_code, teacher_no)
  GROUP BY year
)
SELECT NULL AS org_code, year || '—' || (year + 1) AS year, kind, teachers, coalesce(backbone, 0) AS backbone,
  round(coalesce(backbone, 0) * 100.0 / teachers, 1) AS share, unknown,
  CASE WHEN counted.year = :year - 1 AND place = 1 THEN '上一年度（表Ⅳ）' END AS note
FROM counted ORDER BY counted.year DESC, place, kind
