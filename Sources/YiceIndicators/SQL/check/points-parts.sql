-- severity: error
-- text: 50人及以上教学点 {part} 个，多于小学教学点 {whole} 个；请改正
-- 教学点≥50 ≤ 教学点 (domain, section 9).
SELECT p.org_code, p.value AS part, w.value AS whole
FROM statement AS p
JOIN chosen_year AS y ON p.school_year = y.school_year
JOIN statement AS w ON w.org_code = p.org_code AND w.school_year = p.school_year AND w.element = '小学教学点数'
WHERE p.element = '50人及以上教学点数' AND p.value > w.value
ORDER BY p.org_code
