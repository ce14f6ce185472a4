package import YiceLedgers

/// 档案目录 as it is listed: what is expected from whom, what is attached, what is missing.
package struct MaterialListing: Report {
  private let plan: MaterialPlan
  private let lines: [MaterialPlan.Line]

  /// - Parameter onlyMissing: what must be there and is not.
  package init(_ plan: MaterialPlan, onlyMissing: Bool = false) {
    self.plan = plan
    lines = onlyMissing ? plan.missing : plan.lines
  }

  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("box", "档案盒"), Listing.Column("id", "编号"), Listing.Column("indicator", "指标"),
        Listing.Column("material", "材料名称"), Listing.Column("who", "责任方"), Listing.Column("org", "单位"),
        Listing.Column("year", "年度"), Listing.Column("required", "必备"), Listing.Column("state", "状态"),
        Listing.Column("files", "已附文件"), Listing.Column("note", "备注"),
      ],
      rows: lines.map { line in
        [
          .text(line.box), .text(line.id), .text(line.indicator), .text(line.material), .text(line.who),
          .text(line.orgName), line.year.map { .number($0) } ?? .empty, .yesNo(line.isRequired),
          .word(Self.names[line.state] ?? "", shown: line.state.rawValue),
          .text(line.attached.map(\.name).joined(separator: "\n")), .text(line.note),
        ]
      })
  }

  private static let names: [MaterialPlan.State: String] = [
    .attached: "attached", .missing: "missing", .optional: "optional",
  ]

  package var text: String {
    guard plan.isThere else { return MaterialListing.none + "\n" }
    return listing.withoutEmptyColumns(keeping: ["id", "material", "state"]).text(maximumCellWidth: 40)
      + "必备 \(plan.required) 件，缺 \(plan.missing.count) 件。\n"
  }

  /// What is said where the bureau has no list.
  package static let none = "还没有档案目录。教育局用 yice evidence propose 放入建议的起点，再按本地要求修改。"
}
