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

  /// Why a unit was refused.
  package static func problem(_ element: Element) -> String {
    "“\(element.name)”的单位换算不成“\(element.unit)”，可用："
      + Unit.accepted(for: element.unit).joined(separator: "、")
  }
}
