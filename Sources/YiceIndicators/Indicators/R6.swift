extension Indicator {
  /// R6 = value of teaching equipment in 元 ÷ pupils, split in combined schools. Statistics give 万元: × 10000.
  ///
  /// Source: 教督〔2017〕6号 资源配置（六）.
  package static let r6 = Indicator(
    id: "R6", label: "生均教学仪器设备值", unit: "元/人",
    formula: "教学仪器设备值 ÷ 学生数")
}
