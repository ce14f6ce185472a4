extension Indicator {
  /// R2 = full-time teachers who are backbone of county level or above ÷ pupils × 100. 骨干 counts within 专任 only.
  ///
  /// Source: 教督〔2017〕6号 资源配置（二）.
  package static let r2 = Indicator(
    id: "R2", label: "每百名学生拥有县级以上骨干教师数", unit: "人/百人",
    formula: "骨干教师数 ÷ 学生数 × 100")
}
