package import YiceModel

/// A 填报值 says in its unit column what its figure is in; the file holds the figure in the element's own unit.
package enum StatementUnit {
  /// The figure in the element's unit; nil when what is written is another unit altogether.
  package static func stored(_ value: Double, of element: Element, in written: String) -> Double? {
    guard let exponent = Unit.exponent(from: written, to: element.unit) else { return nil }
    var scaled = value
    for _ in 0..<exponent { scaled *= 10 }
    return (scaled * 10_000).rounded() / 10_000
  }

  /// Whether the figure has no more than four decimals in the element's unit.
  package static func isExact(_ value: Double, of element: Element, in written: String) -> Bool {
    let exponent = Unit.exponent(from: written, to: element.unit) ?? 0
    let scaled = (0..<exponent + 4).reduce(value) { value, _ in value * 10 }
    return abs(scaled - scaled.rounded()) <= max(1e-3, abs(scaled) * 1e-12)
  }

  /// Why a unit was refused.
  package static func problem(_ element: Element) -> String {
    "“\(element.name)”的单位换算不成“\(element.unit)”，可用："
      + Unit.accepted(for: element.unit).joined(separator: "、")
  }
}
