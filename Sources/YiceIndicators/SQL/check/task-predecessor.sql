-- severity: warning
-- text: 任务 {id}“{task}”的时限 {due_on} 早于前一项 {before_id}“{before_task}”的开始日期 {before_starts}；请核对先后
-- The item before it in the list: the next lower 序号 of the same kind.
WITH numbered AS (
  SELECT org_code, id, task, starts_on, due_on, coalesce(kind, '') AS kind, CAST(seq AS INTEGER) AS number
  FROM task WHERE CAST(seq AS INTEGER) > 0
),
paired AS (
  SELECT t.org_code, t.kind, t.id, t.task, t.due_on, max(b.number) AS before
  FROM numbered AS t
  JOIN numbered AS b ON b.org_code = t.org_code AND b.kind = t.kind AND b.number < t.number
  GROUP BY t.org_code, t.kind, t.id, t.task, t.due_on
)
SELECT p.org_code, p.id, p.task, p.due_on, b.id AS before_id, b.task AS before_task, b.starts_on AS before_starts
FROM paired AS p
JOIN numbered AS b ON b.org_code = p.org_code AND b.kind = p.kind AND b.number = p.before
WHERE p.due_on < b.starts_on
ORDER BY p.org_code, p.id, b.id
