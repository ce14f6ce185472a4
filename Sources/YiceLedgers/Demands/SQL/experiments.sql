-- form: 实验开出率
-- title: 实验教学开出情况汇总表
-- words: 实验开出情况、实验开出汇总
-- section: 实验
-- from: experiment、experiment_count
-- column school: 学校 18 merges
-- column term: 学期 8 centred
-- column subject: 学科 8 centred
-- column grade: 年级 7 centred
-- column category: 类别 8 centred
-- column due: 应做数 8
-- column done: 实做数 8
-- column share: 完成率（%） 9
-- column source: 数据来源 12 centred
-- column note: 备注 14
-- note: 逐个登记的按台账数（选做的不计），只报总数的按“实验开出汇总”；完成率应为 100%。
WITH line AS (
  SELECT org_code, term, subject, CAST(grade AS TEXT) AS grade, category, count(*) AS due, count(done_on) AS done
  FROM experiment
  WHERE coalesce(required, 1) = 1 AND (:year IS NULL OR school_year IS NULL OR school_year = :year)
  GROUP BY org_code, term, subject, grade, category
),
told AS (
  SELECT org_code, term, subject, grade, category, due, done, '台账' AS source FROM line
  UNION ALL
  SELECT c.org_code, c.term, c.subject, c.grade, c.category, c.due, c.done, '学校汇总' FROM experiment_count AS c
  WHERE (:year IS NULL OR c.school_year = :year) AND NOT EXISTS (SELECT 1 FROM line AS l
    WHERE l.org_code = c.org_code AND l.term = c.term AND l.subject = c.subject AND l.category = c.category
      AND (c.grade = '' OR l.grade = c.grade))
)
SELECT t.org_code, coalesce(o.name, t.org_code) AS school, t.term, t.subject, t.grade, t.category, t.due, t.done,
  CASE WHEN t.done >= t.due THEN 100.0 ELSE min(99.9, round(t.done * 100.0 / nullif(t.due, 0), 1)) END AS share, t.source,
  CASE WHEN t.done > t.due THEN '实做多于应做，请核对' END AS note
FROM told AS t LEFT JOIN org AS o ON o.org_code = t.org_code
WHERE :school IS NULL OR t.org_code = :school
ORDER BY t.org_code, t.term, t.subject, CAST(t.grade AS INTEGER), t.category
-- status
SELECT subject || ' ' || CASE grade WHEN '' THEN '' ELSE grade || '年级 ' END || category AS name, sum(due) AS total, sum(done) AS done, NULL AS overdue,
  '开出率 ' || CASE WHEN sum(due) = 0 THEN '—' WHEN sum(done) >= sum(due) THEN '100.0%'
    ELSE printf('%.1f%%', min(99.9, round(sum(done) * 100.0 / sum(due), 1))) END AS remark
FROM demand GROUP BY subject, grade, category ORDER BY subject, CAST(grade AS INTEGER), category
