-- severity: error
-- text: 整改进展 {id} 对应的整改编号 {rectification_id} 已不在整改清单里；可从历史中找回（yice log）
SELECT p.org_code, p.id, p.rectification_id
FROM rectification_progress AS p
LEFT JOIN rectification AS r ON r.org_code = p.org_code AND r.id = p.rectification_id
WHERE r.id IS NULL
ORDER BY p.org_code, p.id
