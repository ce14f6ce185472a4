-- severity: note
-- text: “{list}”的序号从 {before} 跳到 {number}；通知原文缺号的保留，漏录的请补上
WITH numbered AS (
  SELECT org_code, '任务' AS list, coalesce(year, 0) || '/' || coalesce(kind, '') AS part, CAST(seq AS INTEGER) AS number
  FROM task WHERE CAST(seq AS INTEGER) > 0
  UNION SELECT org_code, '政策清单', '', CAST(seq AS INTEGER) FROM policy WHERE CAST(seq AS INTEGER) > 0
),
paired AS (
  SELECT *, lag(number) OVER (PARTITION BY org_code, list, part ORDER BY number) AS before FROM numbered
)
SELECT org_code, list, before, number FROM paired WHERE number > before + 1 ORDER BY org_code, list, number
