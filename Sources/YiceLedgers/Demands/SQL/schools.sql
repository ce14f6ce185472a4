-- form: 学校名录
-- title: 学校名录
-- words: 学校机构、学校一览
-- from: org
-- column code: 学校标识码 13 centred
-- column name: 学校名称 24
-- column kind: 学校类别 12 centred
-- column town: 乡镇 10
-- column address: 地址 24
-- column credit: 统一社会信用代码 20
-- column urban_rural: 城乡代码 8 centred
-- column run_by: 举办者类型 8 centred
-- column counted: 计校数 7 centred
-- column attached: 附设班 7 centred
-- column flags: 放宽条件 24
-- column principal: 校长 9 personal centred
-- column phone: 联系电话 14 personal
-- column note: 备注 10
-- note: 放宽条件：2010 = 2010年及之前建成；2016 = 2016年及之前建成；中心 = 人口密度过高中心城区；小规模 = 50至99人乡村小规模；小班 = 最大班额低于30人农村小规模。
SELECT org_code, org_code AS code, name, kind, town, address, credit_code AS credit, urban_rural, run_by,
  CASE counted_school WHEN 1 THEN '是' WHEN 0 THEN '否' END AS counted,
  CASE attached_classes WHEN 1 THEN '是' WHEN 0 THEN '否' END AS attached,
  rtrim(CASE built_by_2010 WHEN 1 THEN '2010、' ELSE '' END || CASE built_by_2016 WHEN 1 THEN '2016、' ELSE '' END
    || CASE dense_centre WHEN 1 THEN '中心、' ELSE '' END || CASE rural_small WHEN 1 THEN '小规模、' ELSE '' END
    || CASE rural_small_classes WHEN 1 THEN '小班、' ELSE '' END, '、') AS flags,
  principal, phone, note
FROM org WHERE kind <> '教育行政部门' AND (:school IS NULL OR org_code = :school)
ORDER BY org_code
