internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// Figures as they are printed: values and means 2 decimals, CVs 3, half up; what is not known as 「—」 or 「未填」.
enum FigureText {
  static func cell(_ value: Double?, places: Int, missing: String = "—") -> Listing.Cell {
    guard let value else { return .missing(missing) }
    return .figure(value, shown: rounded(value, places: places))
  }

  /// A figure whose printed text is made already, from its exact value.
  static func cell(_ value: Double?, text: String?, missing: String = "—") -> Listing.Cell {
    guard let value, let text else { return .missing(missing) }
    return .figure(value, shown: text)
  }

  static func rounded(_ value: Double, places: Int) -> String { DecimalText.rounded(value, places: places) }

  /// A figure in steps of a calculation: up to six decimals, without zeros at the end.
  static func plain(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return "\(value)" }
    if value != 0, abs(value) < 0.001 { return "\(Double(Int64((value * 1e12).rounded())) / 1e12)" }
    let text = DecimalText.trimmed(Rational(decimal: abs(value), places: 6).text(places: 6))
    return value < 0 ? "-" + text : text
  }

  /// Such a figure as a cell.
  static func full(_ value: Double) -> Listing.Cell { .figure(value, shown: plain(value)) }

  /// A difference with its sign, 2 decimals.
  static func signed(_ value: Double) -> String {
    (value < 0 ? "-" : "+") + rounded(abs(value), places: 2)
  }

  /// 元, or 万元 from ten thousand on.
  static func money(_ value: Double) -> String {
    value >= 10_000 ? rounded(value / 10_000, places: 2) + " 万元" : rounded(value, places: 2) + " 元"
  }

  /// The share of a threshold that the rest of a school's indicators must reach (85%); the profile's, as the county set it.
  static func near(_ profile: Profile) -> String {
    plain(((profile.passRule?.near ?? 1) * 10_000).rounded() / 100) + "%"
  }

  /// 「50 人及以上教学点」: which teaching points count by themselves; the profile's, as the county set it.
  static func points(_ profile: Profile) -> String {
    guard let least = profile.inclusion.kinds["教学点"]?.atLeast else { return "教学点" }
    return "\(least) 人及以上教学点"
  }

  /// ✓ 达标, △ near enough, ✗ not; * where rounding would turn it.
  static func verdict(_ value: IndicatorValue) -> String {
    guard value.value != nil else { return "未填" }
    guard let met = value.met else { return "" }
    return (met ? "✓" : value.at85 == true ? "△" : "✗") + (value.metFlips || value.at85Flips ? "*" : "")
  }

  static func verdict(_ passes: Bool?, unknown: String = "—") -> String {
    switch passes {
    case true?: "达标"
    case false?: "未达标"
    case nil: unknown
    }
  }
}
