package import GRDB
internal import YiceModel

/// Tasks in the order of the notice they come from: by year, then list by list, each by its own numbers.
///
/// A notice numbers its measures, its steps and the steps of each stage apart; a list stands where its first number does.
package enum TaskOrder {
  /// - Parameter rows: of `task`, with year, kind, stage_name, seq, starts_on and id.
  package static func sorted(_ rows: [Row]) -> [Row] {
    let lists = Dictionary(grouping: rows, by: list)
    let first = lists.mapValues { $0.map(place).min() }
    return rows.map { (row: $0, list: list($0), place: place($0)) }.sorted { left, right in
      guard left.list != right.list else { return left.place < right.place }
      guard left.list.year == right.list.year else { return left.list.year < right.list.year }
      guard let one = first[left.list] ?? nil, let other = first[right.list] ?? nil else { return false }
      return one < other
    }.map(\.row)
  }

  private struct List: Hashable {
    let year: Int
    let kind: String
    let stage: String
  }

  private static func list(_ row: Row) -> List {
    List(year: row["year"] ?? Int.max, kind: row["kind"] ?? "", stage: row["stage_name"] ?? "")
  }

  private struct Place: Comparable {
    /// nil: a task without a number, after those that have one.
    let number: NaturalOrder?
    let start: String
    let id: NaturalOrder

    static func < (left: Place, right: Place) -> Bool {
      if left.number != right.number {
        guard let one = left.number, let other = right.number else { return left.number != nil }
        return one < other
      }
      return left.start == right.start ? left.id < right.id : left.start < right.start
    }
  }

  private static func place(_ row: Row) -> Place {
    let number: String? = row["seq"]
    return Place(
      number: number.flatMap { $0.isEmpty ? nil : NaturalOrder($0) },
      // No date at all stands after every date.
      start: row["starts_on"] ?? "9999", id: NaturalOrder(row["id"]))
  }
}
