extension Indicator {
  /// R7 = multimedia rooms among 教室, 专用教室, 公共教学用房 ÷ pupils × 100, split in combined schools.
  ///
  /// Source: 教督〔2017〕6号 资源配置（七）.
  package static let r7 = Indicator(
    id: "R7", label: "每百名学生拥有网络多媒体教室数", unit: "间/百人",
    formula: "网络多媒体教室数 ÷ 学生数 × 100")
}
