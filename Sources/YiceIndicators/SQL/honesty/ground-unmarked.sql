-- severity: warning
-- title: 没有标明的租借、地下、楼顶场地
-- register: ground
-- indicator: R5
-- text: {n} 处场地（{area} ㎡）的名称、用途或备注写着租、借、地下、楼顶或屋顶，而“租借”“地下或楼顶”没有填是（如 {first}）
SELECT g.org_code, count(*) AS n, round(sum(g.area), 2) AS area, min(g.ground_no) AS first
FROM ground AS g
JOIN chosen_year AS y ON g.school_year = y.school_year
WHERE coalesce(g.leased, 0) = 0 AND coalesce(g.converted, 0) = 0
  AND (coalesce(g.name, '') || ' ' || coalesce(g.purpose, '') || ' ' || coalesce(g.note, '') LIKE '%租%'
    OR coalesce(g.name, '') || ' ' || coalesce(g.purpose, '') || ' ' || coalesce(g.note, '') LIKE '%借%'
    OR coalesce(g.name, '') || ' ' || coalesce(g.purpose, '') || ' ' || coalesce(g.note, '') LIKE '%地下%'
    OR coalesce(g.name, '') || ' ' || coalesce(g.purpose, '') || ' ' || coalesce(g.note, '') LIKE '%楼顶%'
    OR coalesce(g.name, '') || ' ' || coalesce(g.purpose, '') || ' ' || coalesce(g.note, '') LIKE '%屋顶%')
GROUP BY g.org_code
ORDER BY g.org_code
