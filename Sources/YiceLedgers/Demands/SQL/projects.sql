-- form: 建设项目
-- title: 建设项目台账
-- words: 建设项目台账、工程项目
-- section: 项目
-- from: project
-- column school: 学校 18
-- column name: 项目名称 22
-- column kind: 建设类型 8 centred
-- column content: 建设内容 24
-- column places: 新增学位 8
-- column area: 建筑面积（㎡） 10
-- column money: 计划投资（元） 12
-- column spent: 完成投资（元） 12
-- column source: 资金来源 12
-- column due: 计划完成 12 centred
-- column done_on: 实际完成 11 centred
-- column state: 状态 9 centred
-- column unit: 责任单位 14
-- column person: 责任人 9 personal centred
-- column note: 备注 10
SELECT p.org_code, coalesce(p.school_name || '（拟建）', o.name, p.org_code) AS school, p.name, p.kind, p.content, p.places,
  p.floor_area AS area, p.money, p.spent, p.money_source AS source, coalesce(p.period_text, p.due_on) AS due, p.done_on,
  coalesce(p.state, '未填') || CASE WHEN p.due_on < :today AND p.done_on IS NULL AND coalesce(p.state, '') NOT IN (SELECT value FROM json_each(:finished))
    THEN '（逾期）' ELSE '' END AS state,
  p.unit_in_charge AS unit, p.person, p.note
FROM project AS p LEFT JOIN org AS o ON o.org_code = p.org_code
WHERE :school IS NULL OR p.org_code = :school
ORDER BY p.kind, p.org_code, p.due_on, p.id
