-- severity: note
-- text: 学校标识码 {org_code} 的前两位 {prefix} 与学校类别“{kind}”不常见地不同；请核对（没有公布的校验码，只作提醒）
-- 类别码: 21 小学, 31 普通初中, 34 普通高中和完全中学, 51 特教 (domain, section 9).
SELECT o.org_code, o.kind, cast(o.org_code AS INTEGER) / 100000000 AS prefix
FROM org AS o
WHERE o.kind <> '教育行政部门'
  AND ((o.kind IN ('小学', '教学点') AND o.org_code NOT BETWEEN '2100000000' AND '2299999999')
    OR (o.kind IN ('初级中学', '九年一贯制学校') AND o.org_code NOT BETWEEN '3100000000' AND '3399999999')
    OR (o.kind IN ('完全中学', '高级中学', '十二年一贯制学校') AND o.org_code NOT BETWEEN '3400000000' AND '3499999999')
    OR (o.kind = '特殊教育学校' AND o.org_code NOT BETWEEN '5100000000' AND '5199999999'))
ORDER BY o.org_code
