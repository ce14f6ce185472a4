/// The files of a 文件汇编 that was written.
package struct PackListing: Report {
  private let outcome: EvidencePack.Outcome
  private let folder: String

  package init(_ outcome: EvidencePack.Outcome, in folder: String) {
    self.outcome = outcome
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
  }

  /// A path a line, as the programs that send them on read it.
  package var text: String { outcome.names.map { folder + $0 + "\n" }.joined() }

  package var listing: Listing {
    Listing(
      columns: [Listing.Column("file", "文件"), Listing.Column("state", "情况")],
      rows: outcome.names.map { [.text(folder + $0), .word("written", shown: "已写")] }
        + outcome.leftOut.map { [.text($0), .word("left_out", shown: "内容不在此")] })
  }

  /// What is said beside the list.
  package var words: String {
    var words = "已写好 \(folder)（\(outcome.names.count) 个文件，附件 \(outcome.names.count - 3) 件）"
    if !outcome.leftOut.isEmpty { words += "；\(outcome.leftOut.count) 件的内容不在这个文件里，目录里注明了" }
    if outcome.missing > 0 { words += "；档案目录里必备而没有附上的还有 \(outcome.missing) 件" }
    return words + "。"
  }
}
