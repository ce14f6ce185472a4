-- severity: error
-- text: 意见答复 {id} 对应的意见 {opinion_id} 已不在审核意见里
SELECT r.org_code, r.id, r.opinion_id
FROM opinion_reply AS r
LEFT JOIN opinion AS o ON o.org_code = r.org_code AND o.id = r.opinion_id
WHERE o.id IS NULL
ORDER BY r.org_code, r.id
