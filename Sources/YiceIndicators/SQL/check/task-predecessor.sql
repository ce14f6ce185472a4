-- severity: warning
-- text: 任务 {id}“{task}”的时限 {due_on} 早于前一项 {before_id}“{before_task}”的开始日期 {before_starts}；请核对先后
-- The item before it in the list: the next lower 序号 of the same kind.
WITH numbered AS (
  SELECT org_code, id, task, starts_on, due_on, coalesce(kind, '') AS kind, CAST(seq AS INTEGER) AS number
  FROM task WHERE CAST(seq AS INTEGER) > 0
),
paired AS (
  SELECT org_code, id, task, due_on,
    lag(id) OVER list AS before_id, lag(task) OVER list AS before_task, lag(starts_on) OVER list AS before_starts
  FROM numbered
  WINDOW list AS (PARTITION BY org_code, kind ORDER BY number, id)
)
SELECT * FROM paired WHERE due_on < before_starts ORDER BY org_code, id
