/// What people write around a number.
package enum NumberWords {
  /// They make of it one that is not exact.
  static let about = ["大约", "约", "≈", "近", "左右"]
  /// They say that there is none of what is counted.
  static let none: Set = ["无", "没有", "零", "暂无"]
  /// Signs of 元 before an amount: ¥1200.
  static let currencies = ["¥", "￥", "RMB", "人民币", "CNY"]
  static let currency = "元"
  /// 1200元整
  static let wholeAmounts = ["元整", "元正", "圆整"]

  /// What stands behind the digits: m2 of 72m2, nothing of 1.2e3.
  package static func unit(behind text: String) -> String {
    let unsigned = text.drop { "+-".contains($0) }
    let rest = unsigned.drop { "0123456789.,".contains($0) }
    // Without digits it is no number at all.
    guard rest.count < unsigned.count else { return "" }
    guard let first = rest.first else { return "" }
    let isPower = "eE".contains(first) && Int(rest.dropFirst()) != nil
    return isPower ? "" : String(rest)
  }
}
