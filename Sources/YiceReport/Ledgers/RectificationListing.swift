package import GRDB
package import YiceLedgers

/// 整改清单 as it is listed and counted.
package enum RectificationListing {
  /// - Returns: the entries asked for, and how many of them are overdue.
  package static func entries(_ db: Database, _ query: RectificationQuery) throws -> (
    listing: Listing, overdue: Int
  ) {
    var listing = Listing(
      columns: [
        Listing.Column("school", "学校"), Listing.Column("id", "编号"), Listing.Column("source", "来源"),
        Listing.Column("indicator", "指标"), Listing.Column("problem", "问题描述"), Listing.Column("units", "责任单位"),
        Listing.Column("leaders", "责任领导"), Listing.Column("person", "责任人"), Listing.Column("due_on", "时限"),
        Listing.Column("state", "状态"), Listing.Column("overdue", "逾期"), Listing.Column("days_late", "逾期天数"),
        Listing.Column("former_id", "原编号"),
      ])
    var overdue = 0
    try query.forEach(db) { entry in
      if entry.isOverdue { overdue += 1 }
      listing.rows.append(
        [
          .text(entry.school ?? entry.orgCode), .text(entry.id), .text(entry.source), .text(entry.indicator),
          .text(entry.problem), .text(entry.units), .text(entry.leaders), .text(entry.person),
          .text(entry.dueOn),
          .text(entry.state), entry.isOverdue ? .text("逾期") : .empty,
          entry.daysLate.map { .number($0) } ?? .empty, .text(entry.formerID),
        ])
    }
    return (listing, overdue)
  }

  package static func counts(_ counts: [RectificationCount], by: RectificationCount.By) -> Listing {
    Listing(
      columns: [
        Listing.Column("name", by.rawValue), Listing.Column("total", "总数"), Listing.Column("struck", "已销号"),
        Listing.Column("waiting", "待核验"), Listing.Column("overdue", "逾期"),
      ],
      rows: counts.map {
        [.text($0.name), .number($0.total), .number($0.struck), .number($0.waiting), .number($0.overdue)]
      })
  }

  package static func raised(_ raised: [RaisedProblem]) -> Listing {
    Listing(
      columns: [
        Listing.Column("org_code", "学校标识码"), Listing.Column("id", "编号"), Listing.Column("indicator", "指标"),
        Listing.Column("problem", "问题描述"), Listing.Column("former_id", "原编号"),
      ],
      rows: raised.map {
        [
          .text($0.problem.orgCode), .text($0.id), .text($0.problem.indicator), .text($0.problem.problem),
          .text($0.formerID),
        ]
      })
  }
}
