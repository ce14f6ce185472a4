extension Indicator {
  /// R3 = full-time teachers of 体育 + 艺术 (音乐, 美术) ÷ pupils × 100. In statistics 艺术 is already 音乐 + 美术.
  ///
  /// Source: 教督〔2017〕6号 资源配置（三）.
  package static let r3 = Indicator(
    id: "R3", label: "每百名学生拥有体育、艺术（美术、音乐）专任教师数", unit: "人/百人",
    formula: "（体育教师数 + 艺术教师数）÷ 学生数 × 100")
}
