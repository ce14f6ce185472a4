-- severity: warning
-- text: 任务 {id}“{task}”的时限 {due_on} 早于开始日期 {starts_on}；通知原文如此的保留，写错的请更正
SELECT t.org_code, t.id, t.task, t.starts_on, t.due_on
FROM task AS t
WHERE t.due_on < t.starts_on
ORDER BY t.org_code, t.id
