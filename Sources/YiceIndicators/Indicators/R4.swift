extension Indicator {
  /// R4 = (教学及辅助用房 − 室内体育用房) ÷ pupils, split in combined schools.
  ///
  /// Source: 教督〔2017〕6号 资源配置（四）.
  package static let r4 = Indicator(
    id: "R4", label: "生均教学及辅助用房面积", unit: "㎡/人",
    formula: "（教学及辅助用房面积 − 室内体育用房面积）÷ 学生数")
}
