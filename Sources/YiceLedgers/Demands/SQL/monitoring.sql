-- form: 课堂监测
-- title: 课堂教学监测覆盖情况表
-- words: 课堂教学监测、监测覆盖
-- section: 监测
-- from: monitoring
-- column object: 监测对象 12 merges
-- column subject: 学科 10
-- column cycle: 周期 14 centred
-- column year: 学年 12 centred
-- column covered: 监测数 8
-- column total: 应监测数 9
-- column share: 覆盖率（%） 9
-- column so_far: 周期内累计 9
-- column so_far_share: 累计覆盖率（%） 11
-- column standing: 情况 14 centred
-- column note: 备注 14
-- note: 周期 {monitoring_years} 年（行里写了周期年数的按行）；累计是周期内各年监测数之和，同一对象监测两次的算两次。到周期最后一年累计应满 100%。
WITH dated AS (
  SELECT m.*, CAST(coalesce(m.cycle_years, :monitoring_years) AS INTEGER) AS years,
    coalesce(m.cycle_start, (SELECT min(f.school_year) FROM monitoring AS f
      WHERE f.org_code = m.org_code AND f.object = m.object AND f.subject = m.subject)) AS first
  FROM monitoring AS m WHERE :school IS NULL OR m.org_code = :school
),
-- When the years of a cycle are over the next one begins, whole cycles after the first.
line AS (
  SELECT d.*, d.first + coalesce(max(d.school_year - d.first, 0) / nullif(d.years, 0), 0) * d.years AS start FROM dated AS d
),
summed AS (
  SELECT l.*, (SELECT sum(p.covered) FROM line AS p WHERE p.org_code = l.org_code AND p.object = l.object AND p.subject = l.subject
      AND p.school_year BETWEEN l.start AND l.school_year) AS so_far
  FROM line AS l
)
SELECT org_code, object, subject, start || '—' || (start + years) AS cycle, school_year || '—' || (school_year + 1) AS year,
  covered, total, round(covered * 100.0 / nullif(total, 0), 1) AS share, so_far, round(so_far * 100.0 / nullif(total, 0), 1) AS so_far_share,
  CASE WHEN total IS NULL THEN '应监测数未填' WHEN so_far >= total THEN '已全覆盖'
    WHEN school_year >= start + years - 1 THEN '周期满，未全覆盖'
    WHEN so_far * years < total * (school_year - start + 1) THEN '落后于进度' ELSE '按进度' END AS standing, note, school_year
FROM summed ORDER BY object, subject, school_year
-- status
SELECT object || CASE subject WHEN '' THEN '' ELSE ' ' || subject END AS name, total, so_far AS done, NULL AS overdue,
  cycle || ' 累计 ' || coalesce(so_far_share || '%', '—') || '，' || standing AS remark
FROM demand AS d WHERE school_year = (SELECT max(n.school_year) FROM demand AS n WHERE n.object = d.object AND n.subject = d.subject
  AND (:year IS NULL OR n.school_year <= :year))
