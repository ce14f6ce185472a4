package import YiceMerge
internal import YiceModel
internal import YiceStore

/// What `verify` prints: one line a file.
package enum VerificationListing {
  package static func listing(_ reports: [Verification]) -> Listing {
    Listing(
      columns: [
        Listing.Column("file", "文件"), Listing.Column("whole", "完整"), Listing.Column("org_code", "代码"),
        Listing.Column("org_name", "名称"), Listing.Column("role", "角色"), Listing.Column("rows", "行数"),
        Listing.Column("latest_at", "最近修改"), Listing.Column("sealed", "封条"),
        Listing.Column("signature", "签名"), Listing.Column("reason", "问题"),
      ],
      rows: reports.map { report in
        [
          .text(report.fileName), .yesNo(report.problem == nil), .text(report.info?.orgCode),
          .text(report.info?.orgName), .text(report.info?.role.label), .number(report.rows),
          .text(report.latest.map { Moment.local($0.at) }), .yesNo(report.isSealed),
          report.problem == nil ? report.proof.cell : .empty,
          .text(report.problem?.reason),
        ]
      })
  }
}
