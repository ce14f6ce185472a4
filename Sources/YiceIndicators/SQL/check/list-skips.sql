-- severity: note
-- text: “{list}”的序号从 {before} 跳到 {number}；通知原文缺号的保留，漏录的请补上
WITH numbered AS (
  SELECT org_code, '任务' AS list, coalesce(year, 0) AS year, coalesce(kind, '') AS kind, CAST(seq AS INTEGER) AS number
  FROM task WHERE CAST(seq AS INTEGER) > 0
  UNION SELECT org_code, '政策清单', 0, '', CAST(seq AS INTEGER) FROM policy WHERE CAST(seq AS INTEGER) > 0
)
SELECT n.org_code, n.list, max(b.number) AS before, n.number
FROM numbered AS n
JOIN numbered AS b ON b.org_code = n.org_code AND b.list = n.list AND b.year = n.year AND b.kind = n.kind
  AND b.number < n.number
GROUP BY n.org_code, n.list, n.year, n.kind, n.number
HAVING n.number > max(b.number) + 1
ORDER BY n.org_code, n.list, n.number
