-- severity: note
-- title: 专任教师里的编外人员
-- register: teacher
-- indicator: R1、R2、R3
-- text: 专任教师里有 {n} 人是编外，另有兼职、走教、支教 {others} 人；长期聘用编外教师是一票否决事项，请核对人数和合同
SELECT t.org_code, sum(t.post = '编外') AS n, sum(t.post IN ('兼职', '走教', '支教')) AS others
FROM teacher AS t
JOIN chosen_year AS y ON t.school_year = y.school_year
WHERE t.full_time = 1 AND t.post IN ('编外', '兼职', '走教', '支教')
GROUP BY t.org_code
ORDER BY t.org_code
