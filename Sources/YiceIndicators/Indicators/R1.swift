extension Indicator {
  /// R1 = full-time teachers with education above what the 学段 asks for ÷ pupils × 100, by the 学段 they teach.
  ///
  /// Source: 教督〔2017〕6号 资源配置（一）.
  package static let r1 = Indicator(
    id: "R1", label: "每百名学生拥有高于规定学历教师数", unit: "人/百人",
    formula: "高于规定学历教师数 ÷ 学生数 × 100")
}
