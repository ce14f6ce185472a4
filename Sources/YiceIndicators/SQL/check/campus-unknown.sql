-- severity: note
-- text: 校区“{campus}”有用房、场地或设备而没有班级，它们按全校学生拆分
-- indicator: R4、R5
SELECT DISTINCT u.org_code, u.campus
FROM (
  SELECT org_code, school_year, campus FROM room
  UNION ALL SELECT org_code, school_year, campus FROM ground
  UNION ALL SELECT org_code, school_year, campus FROM equipment
) AS u
JOIN chosen_year AS y ON u.school_year = y.school_year
LEFT JOIN class_roll AS c ON c.org_code = u.org_code AND c.school_year = u.school_year AND c.campus = u.campus
WHERE u.campus <> '' AND c.org_code IS NULL
ORDER BY u.org_code, u.campus
