internal import YiceFormats
package import YiceIndicators
internal import YiceModel
internal import YiceStore

/// What is said after an import of rows that count nowhere (未计入): how many, why, and the command that mends them.
package struct UncountedRemark: Sendable {
  private let counts: [UncountedCount]
  private let file: String

  package static let none = UncountedRemark([], file: "")

  /// - Parameter file: as the person typed it.
  package init(_ counts: [UncountedCount], file: String) {
    self.counts = counts
    self.file = file
  }

  var text: String { counts.map { "\($0.words(file: file))\n" }.joined() }

  var json: JSONValue {
    .array(
      counts.map {
        .object([
          ("table", .string($0.table.name)), ("column", .string($0.column)), ("rows", .integer($0.rows)),
        ])
      })
  }
}
