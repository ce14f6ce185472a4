package import GRDB
internal import YiceFormats
package import YiceLedgers
package import YiceStandards
internal import YiceStore

/// 一校一册 as it is listed.
package enum LedgerListing {
  /// One school's volume (or all of a file), with a column for each year's goal.
  package static func volume(_ db: Database, orgCode: String?, onlyGaps: Bool) throws -> Listing {
    let names = try SchoolDirectory.names(db)
    let years = try Int.fetchAll(
      db,
      sql: "SELECT DISTINCT year FROM standardization_goal WHERE ?1 IS NULL OR org_code = ?1 ORDER BY year",
      arguments: [orgCode])
    var goals: [String: Row] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT * FROM standardization_goal WHERE ?1 IS NULL OR org_code = ?1", arguments: [orgCode])
    {
      goals[goalKey(row, row["year"])] = row
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT *, \(LineStanding.gap) AS gap FROM standardization_item AS i
        WHERE (?1 IS NULL OR org_code = ?1) AND (?2 = 0 OR \(LineStanding.gap) > 0)
        ORDER BY org_code, seq, stage, item_id
        """, arguments: [orgCode, onlyGaps])
    return Listing(
      title: "学校标准化建设台账（一校一册）",
      columns: columns.map { Listing.Column($0.0, $0.1) }
        + years.map { Listing.Column("goal_\($0)", "\($0)年目标") }
        + closing.map { Listing.Column($0.0, $0.1) },
      rows: rows.map { row in
        let planned = years.map { year in goals[goalKey(row, year)].map { cell($0["goal"]) } ?? .empty }
        return opening(row, names) + planned + closing.map { closingCell($0.0, row) }
      })
  }

  private static func opening(_ row: Row, _ names: [String: String]) -> [Listing.Cell] {
    columns.map { name, _ -> Listing.Cell in
      switch name {
      case "school": return .text(names[row["org_code"] as String] ?? row["org_code"])
      case "gap": return gap(row["gap"])
      default: return cell(row[name])
      }
    }
  }

  private static func closingCell(_ name: String, _ row: Row) -> Listing.Cell {
    guard name == "unverified" else { return cell(row[name]) }
    return .text(row["verified"] as Int? == 0 ? "待核实" : "")
  }

  private static let columns = [
    ("school", "学校"), ("seq", "序号"), ("category", "类别"), ("stage", "学段"), ("item", "项目"), ("unit", "单位"),
    ("required", "应配"), ("actual", "现状"), ("actual_source", "现状来源"), ("gap", "缺口"),
  ]
  private static let closing = [
    ("measure", "措施"), ("project", "项目名称"), ("money", "资金(元)"), ("money_source", "资金来源"), ("leader", "责任领导"),
    ("unit_in_charge", "责任单位"), ("person", "责任人"), ("due_on", "计划完成"), ("done_on", "实际完成"), ("state", "状态"),
    ("indicator", "依据指标"), ("basis", "标准依据"), ("unverified", "标准核实"), ("note", "备注"),
  ]

  private static func goalKey(_ row: Row, _ year: Int) -> String {
    "\(row["org_code"] as String)/\(row["stage"] as String)/\(row["item_id"] as String)/\(year)"
  }

  private static func cell(_ value: DatabaseValue) -> Listing.Cell {
    switch value.storage {
    case .int64(let number): .value(.integer(number))
    case .double(let number): .value(.decimal(number))
    case .string(let text): .text(text)
    default: .empty
    }
  }

  /// A difference of two decimals carries no more than four of its own.
  private static func gap(_ value: Double?) -> Listing.Cell {
    value.map { .value(.decimal(($0 * 10_000).rounded() / 10_000)) } ?? .missing("未知")
  }

  package static func moved(_ moved: [LedgerBuild.Moved], names: [String: String]) -> Listing {
    Listing(
      columns: [
        Listing.Column("school", "学校"), Listing.Column("stage", "学段"), Listing.Column("item", "项目"),
        Listing.Column("column", "列"), Listing.Column("old", "原来"), Listing.Column("new", "现在"),
      ],
      rows: moved.map {
        [
          .text(names[$0.orgCode] ?? $0.orgCode), .text($0.stage), .text($0.item), .text($0.column),
          .text($0.old),
          .text($0.new),
        ]
      })
  }

  package static func rollup(_ sums: [LedgerRollup], by: LedgerRollup.By) -> Listing {
    Listing(
      columns: [
        Listing.Column("name", by.rawValue), Listing.Column("lines", by == .year ? "目标数" : "条目"),
        Listing.Column("reached", "达标"), Listing.Column("short", "有缺口"), Listing.Column("unknown", "未填"),
        Listing.Column("gap", "缺口"),
        Listing.Column("unit", "单位"), Listing.Column("planned", "计划资金(元)"),
        Listing.Column("spent", "已用资金(元)"),
      ],
      rows: sums.map { sum in
        [
          .text(sum.name), .number(sum.count.lines), .number(sum.count.reached), .number(sum.count.short),
          .number(sum.count.unknown),
          sum.gap.map { gap($0) } ?? .empty, .text(sum.unit), .value(.decimal(sum.planned)),
          .value(.decimal(sum.spent)),
        ]
      })
  }

  package static func variants(_ options: [CatalogueVariant.Option]) -> Listing {
    Listing(
      columns: [
        Listing.Column("id", "编号"), Listing.Column("label", "项目"), Listing.Column("place", "地方"),
        Listing.Column("chosen", "选用"), Listing.Column("verified", "已核实"), Listing.Column("source", "标准依据"),
      ],
      rows: options.map {
        [
          .text($0.item.id), .text($0.item.label), .text($0.variant.place), .yesNo($0.isChosen),
          .yesNo($0.variant.verified), .text($0.variant.source),
        ]
      })
  }

  package static func catalogue(_ catalogue: Catalogue) -> Listing {
    Listing(
      columns: [
        Listing.Column("id", "编号"), Listing.Column("category", "类别"), Listing.Column("label", "项目"),
        Listing.Column("unit", "单位"), Listing.Column("level", "范围"), Listing.Column("applies_to", "适用"),
        Listing.Column("derived_from", "现状取自"), Listing.Column("indicator", "指标"),
        Listing.Column("verified", "已核实"), Listing.Column("basis", "标准依据"),
      ],
      rows: catalogue.items.map {
        [
          .text($0.id), .text($0.category), .text($0.label), .text($0.unit),
          .text($0.bySegment ? "分学段" : "全校"),
          .text($0.appliesTo.sorted().joined(separator: "、")),
          .text($0.derivedFrom.flatMap { catalogue.derived[$0] != nil ? $0 : nil } ?? "手工填写"),
          .text($0.indicator),
          .yesNo($0.verified), .text($0.basis),
        ]
      })
  }
}
