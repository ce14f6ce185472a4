/// What a table's rows are held to beyond the types of their columns: moves of its state, dates in their order.
package struct TableRules: Sendable {
  package let table: String
  package let machine: StateMachine?
  package let rules: [RowRule]

  init(_ table: String, machine: StateMachine? = nil, rules: [RowRule] = []) {
    self.table = table
    self.machine = machine
    self.rules = rules
  }

  /// Every table that has rules; the others are written without a look at them.
  package static let all: [TableRules] = [
    .rectification, .rectificationProgress, .verdict,
    .oversizedClass, .oversizedRecount, .oversizedSchool,
    .standardizationItem, .catalogueItem,
  ]

  /// 应配目录: no states; a school writes the rows of one 类别 only, which a merge must look at row by row.
  static let catalogueItem = TableRules("catalogue_item")

  private static let byTable = Dictionary(uniqueKeysWithValues: all.map { ($0.table, $0) })

  package static func of(_ table: CatalogTable) -> TableRules? { byTable[table.name] }

  /// Whether an entry in that state is off its ledger.
  package static func isOff(_ state: String, in table: CatalogTable) -> Bool {
    finished(table).contains(state)
  }

  /// Whether a row is still on its ledger, as SQL; one without a state is.
  /// - Parameter alias: of the row, with its point.
  package static func isOn(_ table: CatalogTable, of alias: String = "") -> String {
    let off = finished(table).map { "'\($0)'" }.joined(separator: ", ")
    return "coalesce(\(alias)\(StateMachine.column), '') NOT IN (\(off))"
  }

  /// States in which nothing is left to be done, as the catalog has them. Decision 0173.
  package static func finished(_ table: CatalogTable) -> [String] {
    table.column(StateMachine.column)?.finished ?? []
  }

  /// What a row in that state must meet, columns that the state empties among it.
  package func needs(in state: String, _ table: CatalogTable) -> [RowRule] {
    guard let state = machine?.state(state) else { return [] }
    return state.needs + state.clears.map { .empty($0, table.column($0)?.label ?? $0) }
  }
}
