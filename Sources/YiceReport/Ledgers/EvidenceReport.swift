package import YiceFormats
package import YiceStore

/// What `evidence check` found.
package struct EvidenceReport: Report {
  private let report: EvidenceStore.Report

  package init(_ report: EvidenceStore.Report) { self.report = report }

  package var text: String {
    report.damaged.map { "损坏：\($0)：内容与登记的摘要不符\n" }.joined()
      + report.leftOut.map { "不在这里：\($0)（合并保存原件的文件即可补上）\n" }.joined()
      + "佐证 \(report.rows) 条，内容 \(report.contents) 份 \(EvidenceError.size(report.bytes))；损坏 \(report.damaged.count)，"
      + "不在这里 \(report.leftOut.count)，没有用的 \(report.unused) 份 \(EvidenceError.size(report.unusedBytes))。\n"
  }

  /// One row a file that is damaged or not here.
  package var listing: Listing {
    Listing(
      columns: [Listing.Column("state", "情况"), Listing.Column("file", "文件")],
      rows: report.damaged.map { [.word("damaged", shown: "损坏"), .text($0)] }
        + report.leftOut.map { [.word("left_out", shown: "不在这里"), .text($0)] })
  }

  package var json: JSONValue {
    .object([
      ("rows", .integer(report.rows)), ("contents", .integer(report.contents)),
      ("bytes", .integer(report.bytes)), ("damaged", .array(report.damaged.map { .string($0) })),
      ("left_out", .array(report.leftOut.map { .string($0) })), ("unused", .integer(report.unused)),
      ("unused_bytes", .integer(report.unusedBytes)),
    ])
  }
}
