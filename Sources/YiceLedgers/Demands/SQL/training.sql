-- form: 教师培训
-- title: 教师培训学时登记表
-- words: 培训、培训学时
-- by: school
-- section: 培训
-- from: training
-- column name: 姓名 10 personal centred
-- column y4: {year-4}年 8
-- column y3: {year-3}年 8
-- column y2: {year-2}年 8
-- column y1: {year-1}年 8
-- column y0: {year}年 8
-- column of_year: 本年满{training_year_hours}学时 10 centred
-- column sum: {training_years}年学时 9
-- column of_five: {training_years}年满{training_five_years_hours}学时 10 centred
-- column note: 备注 14
-- note: 学时按年度登记在“教师培训”；{training_years}年学时取教师册的“五年培训学时”，那里空着的取各年之和，不足{training_years}年又没有满的是未填。
-- 专任教师 of 小学 and 初中, with their hours by calendar year up to the one in which the 学年 begins.
WITH hours AS (
  SELECT org_code, teacher_no, sum(CASE WHEN year > :year - :training_years THEN hours END) AS hours,
    sum(year > :year - :training_years) AS years,
    max(CASE WHEN year = :year - 4 THEN hours END) AS y4, max(CASE WHEN year = :year - 3 THEN hours END) AS y3,
    max(CASE WHEN year = :year - 2 THEN hours END) AS y2, max(CASE WHEN year = :year - 1 THEN hours END) AS y1,
    max(CASE WHEN year = :year THEN hours END) AS y0
  FROM training WHERE year <= :year
  GROUP BY org_code, teacher_no
)
SELECT t.org_code, t.name, h.y4, h.y3, h.y2, h.y1, h.y0,
  CASE WHEN h.y0 >= :training_year_hours THEN '是' WHEN h.y0 IS NOT NULL THEN '否' ELSE '未填' END AS of_year,
  coalesce(t.training_hours, h.hours) AS sum,
  CASE WHEN coalesce(t.training_hours, h.hours) >= :training_five_years_hours THEN '是'
    WHEN t.training_hours IS NOT NULL OR h.years >= :training_years THEN '否' ELSE '未填' END AS of_five,
  NULL AS note
FROM teacher AS t
LEFT JOIN hours AS h ON h.org_code = t.org_code AND h.teacher_no = t.teacher_no
WHERE t.school_year = :year AND t.full_time = 1 AND t.stage IN ('小学', '初中')
  AND (:school IS NULL OR t.org_code = :school)
  AND (h.years > 0 OR EXISTS (SELECT 1 FROM training AS k WHERE k.org_code = t.org_code))
ORDER BY t.org_code, t.teacher_no
-- status
SELECT '每年' || printf('%g', :training_year_hours) || '学时（' || :year || '年）' AS name, count(*) AS total,
  sum(of_year = '是') AS done, NULL AS overdue,
  printf('%.1f%%', sum(of_year = '是') * 100.0 / count(*)) || coalesce('，未填 ' || nullif(sum(of_year = '未填'), 0) || ' 人', '') AS remark
FROM demand HAVING count(*) > 0 AND :training_year_hours IS NOT NULL
UNION ALL
SELECT printf('%g年%g学时', :training_years, :training_five_years_hours), count(*), sum(of_five = '是'), NULL,
  printf('%.1f%%', sum(of_five = '是') * 100.0 / count(*)) || coalesce('，未填 ' || nullif(sum(of_five = '未填'), 0) || ' 人', '')
FROM demand HAVING count(*) > 0 AND :training_years IS NOT NULL AND :training_five_years_hours IS NOT NULL
