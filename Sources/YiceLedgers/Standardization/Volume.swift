package import GRDB
internal import YiceStore

/// 一校一册 of one school as people read it: its lines by category, each with its gap and its goal of each year.
package struct Volume {
  /// Of `standardization_item`, with `gap`; under their headings in the order of the ledger's choices.
  package let lines: [Row]
  /// Years that have goals.
  package let years: [Int]
  private let goals: [Key: Row]

  private struct Key: Hashable {
    let stage: String
    let item: String
    let year: Int
  }

  /// - Throws: `DatabaseError`.
  package init(_ db: Database, school: String) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT *, \(LineStanding.gap) AS gap FROM standardization_item AS i WHERE org_code = ?
        ORDER BY seq IS NULL, seq, stage, item, item_id
        """, arguments: [school])
    let order = CatalogTable.standardizationItem.column("category")?.type.choices ?? []
    func place(_ row: Row) -> Int { order.firstIndex(of: row["category"] ?? "") ?? order.count }
    lines = rows.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map(\.element)
    let goals = try Row.fetchAll(
      db, sql: "SELECT * FROM standardization_goal WHERE org_code = ?", arguments: [school])
    years = Set(goals.map { $0["year"] as Int }).sorted()
    self.goals = Dictionary(
      goals.map { (Key(stage: $0["stage"], item: $0["item_id"], year: $0["year"]), $0) }
    ) { first, _ in first }
  }

  /// What the school meant to have of a line by that year, and has.
  package func goal(_ line: Row, _ year: Int) -> Row? {
    goals[Key(stage: line["stage"], item: line["item_id"], year: year)]
  }
}
