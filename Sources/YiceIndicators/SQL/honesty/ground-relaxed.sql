-- severity: note
-- title: 租借、地下和楼顶场地
-- register: ground
-- indicator: R5
-- text: 登记了租借 {leased} ㎡、地下或楼顶 {converted} ㎡，只有放宽认定时计入；请备好合同、步行路线和改建材料
SELECT g.org_code, round(coalesce(sum(CASE WHEN g.leased = 1 THEN g.area END), 0), 2) AS leased,
  round(coalesce(sum(CASE WHEN g.converted = 1 AND coalesce(g.leased, 0) = 0 THEN g.area END), 0), 2) AS converted
FROM ground AS g
JOIN chosen_year AS y ON g.school_year = y.school_year
WHERE g.leased = 1 OR g.converted = 1
GROUP BY g.org_code
ORDER BY g.org_code
