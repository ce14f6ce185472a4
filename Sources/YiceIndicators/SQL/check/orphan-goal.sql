-- severity: error
-- text: 年度目标 {item_id}（{year} 年）在标准化建设台账里没有对应的条目
SELECT g.org_code, g.item_id, g.year
FROM standardization_goal AS g
LEFT JOIN standardization_item AS i ON i.org_code = g.org_code AND i.stage = g.stage AND i.item_id = g.item_id
WHERE i.org_code IS NULL
ORDER BY g.org_code, g.item_id, g.year
