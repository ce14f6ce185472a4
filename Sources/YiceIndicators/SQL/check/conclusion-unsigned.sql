-- severity: warning
-- text: 结论“{item}”填了是否达标，没有写 {lacking}；核查时说不清是谁下的结论
SELECT c.org_code, c.item,
  CASE WHEN c.concluded_by IS NULL AND c.concluded_on IS NULL THEN '填写人和填写日期'
    WHEN c.concluded_by IS NULL THEN '填写人'
    WHEN c.concluded_on IS NULL THEN '填写日期'
    ELSE '简要结论' END AS lacking
FROM conclusion AS c
JOIN chosen_year AS y ON c.school_year = y.school_year
WHERE c.met IS NOT NULL AND (c.concluded_by IS NULL OR c.concluded_on IS NULL OR c.conclusion IS NULL)
ORDER BY c.org_code, c.item
