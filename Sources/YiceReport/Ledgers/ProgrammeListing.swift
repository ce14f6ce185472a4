package import YiceLedgers

/// What stands where, as `status` prints it.
package enum ProgrammeListing {
  package static func status(_ lines: [ProgrammeLine]) -> Listing {
    Listing(
      columns: [
        Listing.Column("section", "类"), Listing.Column("name", "名称"), Listing.Column("total", "总数"),
        Listing.Column("done", "完成"), Listing.Column("overdue", "逾期"), Listing.Column("remark", "说明"),
      ],
      rows: lines.map {
        [
          .text($0.section), .text($0.name), .number($0.total), $0.done.map { .number($0) } ?? .empty,
          $0.overdue.map { .number($0) } ?? .empty, .text($0.remark),
        ]
      })
  }
}
