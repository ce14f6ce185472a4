-- severity: warning
-- text: {fiscal_year} 年教师培训经费 {part} 元，多于公用经费预算 {whole} 元；请核对
SELECT p.org_code, p.fiscal_year, p.amount AS part, w.amount AS whole
FROM finance AS p
JOIN chosen_year AS y ON p.fiscal_year = y.school_year
JOIN finance AS w ON w.org_code = p.org_code AND w.fiscal_year = p.fiscal_year AND w.item = '公用经费预算'
WHERE p.item = '教师培训经费' AND p.amount > w.amount
ORDER BY p.org_code
