package import GRDB

/// What the lines of 一校一册 come to, the same for pages, roll-up, status, forms and documents: every line is 达标, 有缺口
/// or 未填 (应配 or 现状 is not known), and the three make up the whole (Decision 0109). SQL over a row `i` of `standardization_item`.
package enum LineStanding {
  static let reached = "coalesce(i.actual >= i.required, 0)"
  static let short = "coalesce(i.actual < i.required, 0)"
  static let unknown = "(i.actual IS NULL OR i.required IS NULL)"

  /// 缺口; NULL where it is 未填.
  package static let gap =
    "CASE WHEN i.actual < i.required THEN i.required - i.actual WHEN i.actual >= i.required THEN 0 END"
}

/// How many lines stand how.
package struct LineCount: Sendable, Equatable {
  /// 条目.
  package internal(set) var lines = 0
  /// 达标.
  package internal(set) var reached = 0
  /// 有缺口.
  package internal(set) var short = 0
  /// 未填.
  package internal(set) var unknown = 0

  package init() {}

  /// Columns of a query over rows `i`, for `init(_:)`.
  package static let columns = """
    count(*) AS lines, coalesce(sum(\(LineStanding.reached)), 0) AS reached,
      coalesce(sum(\(LineStanding.short)), 0) AS short, coalesce(sum(\(LineStanding.unknown)), 0) AS unknown
    """

  package init(_ row: Row) {
    lines = row["lines"]
    reached = row["reached"]
    short = row["short"]
    unknown = row["unknown"]
  }

  /// Of one school, or of the file.
  package init(_ db: Database, orgCode: String? = nil) throws {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT \(Self.columns) FROM standardization_item AS i WHERE ?1 IS NULL OR i.org_code = ?1",
      arguments: [orgCode])
    if let row { self.init(row) } else { self.init() }
  }

  /// 校校达标: nothing is short or open.
  package var isWhole: Bool { lines > 0 && reached == lines }

  /// 「共 40 项：达标 30 项，有缺口 6 项，未填 4 项」
  package var words: String { "共 \(lines) 项：达标 \(reached) 项，有缺口 \(short) 项，未填 \(unknown) 项" }
}
