package import GRDB
internal import YiceModel

/// Values of some columns of one row, checked against the catalog.
package struct RowValues: Sendable {
  package private(set) var values: [String: DatabaseValue] = [:]
  /// What the person who typed them should still be told.
  package private(set) var remarks: [String] = []

  package init() {}

  package init(_ values: [String: DatabaseValue]) { self.values = values }

  /// Reads 「列=值」 texts as typed at the keyboard.
  /// - Throws: `RecordError.unknownColumn`, `RecordError.badValue`.
  package init(_ assignments: [String], in table: CatalogTable) throws {
    for text in assignments {
      let entry = try Assignment.told(text, in: table)
      values[entry.column.name] = entry.value
      if let remark = entry.remark { remarks.append(remark) }
    }
    if table.name == CatalogTable.room.name, let purpose = text("purpose") { tell(purpose) }
  }

  /// Tells a use of a room that is not understood; a room whose kind is not given may be a 专用教室.
  private mutating func tell(_ purpose: String) {
    let room = RoomTold(purpose: purpose, name: text("name"), category: text("category") ?? RoomWords.special)
    guard room.isPurpose, room.isDoubtful else { return }
    remarks.append("“用途”的“\(purpose)”：\(RoomWords.advice)")
  }

  package subscript(column: String) -> DatabaseValue { values[column] ?? .null }

  /// Whether the column is given, NULL included.
  package func gives(_ column: String) -> Bool { values[column] != nil }

  package func text(_ column: String) -> String? {
    values[column].flatMap { String.fromDatabaseValue($0) }
  }

  /// Gives a column a value, NULL included.
  package mutating func set(_ column: String, _ value: some DatabaseValueConvertible) {
    values[column] = value.databaseValue
  }

  /// Without those columns.
  package func without(_ columns: [String]) -> RowValues {
    RowValues(values.filter { !columns.contains($0.key) })
  }

  /// Fills in a column that is missing or NULL.
  package mutating func fill(_ column: String, _ value: some DatabaseValueConvertible) {
    if self[column].isNull { values[column] = value.databaseValue }
  }
}

extension RowValues {
  /// Takes a 填报值's figure to the unit of its element.
  /// - Throws: `RecordError.badValue` when the unit does not fit, or comes without its figure.
  mutating func settleUnit(ofElement name: String?, in table: CatalogTable) throws {
    guard let element = name.flatMap(Element.named) else { return }
    guard let written = text("unit") else { return try requireRange(of: element, in: table) }
    func refused(_ problem: String) -> RecordError {
      .badValue(
        table: table.label, row: " ", column: table.column("unit")?.label ?? "", value: written,
        problem: problem)
    }
    let figure = Double.fromDatabaseValue(self["value"])
    guard let stored = StatementUnit.stored(figure ?? 1, of: element, in: written) else {
      throw refused(StatementUnit.problem(element))
    }
    guard figure != nil || stored == 1 else { throw refused("换单位要同时写明数值") }
    if figure != nil { values["value"] = stored.databaseValue }
    values["unit"] = element.unit.databaseValue
    try requireRange(of: element, in: table)
  }

  private func requireRange(of element: Element, in table: CatalogTable) throws {
    guard let figure = Double.fromDatabaseValue(self["value"]),
      let problem = StatementRange.problem(figure, of: element)
    else { return }
    throw RecordError.badValue(
      table: table.label, row: " ", column: table.column("value")?.label ?? "", value: String(figure),
      problem: problem)
  }
}

extension RowValues: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, any DatabaseValueConvertible)...) {
    for (column, value) in elements { values[column] = value.databaseValue }
  }
}
