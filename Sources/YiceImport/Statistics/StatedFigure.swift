package import YiceModel

/// A 填报值 read from a statistics table, with the cells it came from.
package struct StatedFigure: Sendable, Equatable {
  package let orgCode: String
  package let element: String
  package let stage: Stage?
  /// In the element's own unit.
  package let value: Double
  package let unit: String
  /// 表号.
  package let table: String
  package let sheet: String?
  /// Row of the first cell.
  package let row: Int
  /// As people name cells: `C7`.
  package let cells: [String]
}
