extension Indicator {
  /// R5 = (运动场地 + 室内体育用房) ÷ pupils, split in combined schools.
  ///
  /// Source: 教督〔2017〕6号 资源配置（五）.
  package static let r5 = Indicator(
    id: "R5", label: "生均体育运动场馆面积", unit: "㎡/人",
    formula: "（运动场地面积 + 室内体育用房面积）÷ 学生数")
}
