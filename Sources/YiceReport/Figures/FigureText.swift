internal import YiceFormats
internal import YiceIndicators
internal import YiceModel

/// Figures as they are printed: values and means 2 decimals, CVs 3, half up; what is not known as 「—」 or 「未填」.
enum FigureText {
  static func cell(_ value: Double?, places: Int, missing: String = "—") -> Listing.Cell {
    guard let value else { return .missing(missing) }
    return .figure(value, shown: rounded(value, places: places))
  }

  /// Half up on the decimal that the figure stands for: a quotient that lies within a billionth of a half is the half
  /// that its exact value is.
  static func rounded(_ value: Double, places: Int) -> String {
    let power = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = value * power
    let nudged = scaled + 0.5 + abs(scaled) * 1e-12
    return Rational(Int128(nudged.rounded(.down)), Int128(power)).text(places: places)
  }

  /// 达标, ≥85%, 未达标, 未填.
  static func verdict(_ value: IndicatorValue) -> String {
    guard value.value != nil else { return "未填" }
    guard let met = value.met else { return "" }
    return (met ? "✓" : value.at85 == true ? "△" : "✗") + (value.metFlips || value.at85Flips ? "*" : "")
  }

  static func verdict(_ passes: Bool?) -> String {
    switch passes {
    case true?: "达标"
    case false?: "未达标"
    case nil: "—"
    }
  }
}
