package import YiceFormats
package import YiceMerge
package import YiceModel
internal import YiceSign
internal import YiceStore

/// What a merge did: one line a file, with totals.
package struct MergeReport: Report {
  private let results: [MergeResult]
  private let dryRun: Bool
  private let typedFile: String
  /// What the file merged into needs a decision on, beside conflicts.
  private let notes: [String]

  /// - Parameter typedFile: the file merged into, as the next commands name it.
  package init(results: [MergeResult], dryRun: Bool, typedFile: String, notes: [String] = []) {
    self.results = results
    self.notes = notes
    self.dryRun = dryRun
    self.typedFile = typedFile
  }

  package var total: MergeCounts { MergeCounts(results.map(\.counts)) }

  package var firstRefusal: ExitStatus? {
    for case .refused(_, let status) in results.map(\.status) { return status }
    return nil
  }

  private static let counted: [(name: String, label: String, value: @Sendable (MergeCounts) -> Int)] = [
    ("new", "新增", \.new), ("changed", "更改", \.changed), ("removed", "删除", \.removed),
    ("conflicts", "冲突", \.conflicts), ("left_out", "越权未并", \.leftOut), ("kept_edits", "删改并存", \.keptEdits),
    ("healed", "已恢复", \.healed),
  ]

  /// One row a file.
  package var listing: Listing {
    // Where nobody signs there is nothing to say of signatures.
    let signs = results.contains { $0.proof != nil }
    return Listing(
      columns: [Listing.Column("file", "文件"), Listing.Column("org", "单位"), Listing.Column("status", "结果")]
        + MergeReport.counted.map { Listing.Column($0.name, $0.label) }
        + (signs ? [Listing.Column("signature", "签名")] : []),
      rows: results.map { result in
        [
          .text(result.fileName), .text(result.info?.orgName),
          .word(MergeReport.code(result.status), shown: word(result.status)),
        ] + MergeReport.counted.map { .number($0.value(result.counts)) }
          + (signs
            ? [result.proof.map { .word($0.verdict.rawValue, shown: $0.verdict.label) } ?? .empty] : [])
      })
  }

  package var text: String {
    var listing = listing
    if results.count > 1 {
      listing.rows.append(
        [.text("合计"), .empty, .empty] + MergeReport.counted.map { .number($0.value(total)) }
          + Array(repeating: .empty, count: listing.columns.count - 3 - MergeReport.counted.count))
    }
    var text = listing.text(maximumCellWidth: 40)
    for case .refused(let reason, _) in results.map(\.status) { text += "未合并：\(reason)\n" }
    for result in results {
      if let proof = result.proof, proof.verdict == .unknownKey, let key = proof.publicKey {
        text +=
          "“\(result.fileName)”签名的密钥没有登记。请打电话向发送人核对 \(key.fingerprint)，相符就登记：yice key trust \(typedFile) 收到的文件\n"
      }
    }
    for result in results {
      for finding in result.findings { text += finding.description + "\n" }
    }
    if total.conflicts > 0 {
      text +=
        "有 \(total.conflicts) 行两边都改过，两个版本都已保留；用 yice conflicts \(typedFile) 查看，用 yice resolve \(typedFile) 编号 --take 1 决定。\n"
    }
    if total.keptEdits > 0 {
      text += "有 \(total.keptEdits) 行一方删除、另一方修改：修改已保留；确实要删的请再删一次。\n"
    }
    if total.healed > 0 {
      text += "已恢复 \(total.healed) 行：本文件里无权改动的内容，按对方文件恢复了原样；改动过的内容留在修改历史里。\n"
    }
    let mendings = results.map(\.mendings).reduce(0, +)
    if mendings > 0 {
      text += "有 \(mendings) 处（行或整张工作表）没有并入，请发送人改正后把工作簿再发一次；已并入的不会重复。\n"
    }
    for note in notes { text += "注意：\(note)\n" }
    if dryRun { text += "（试运行，没有写入）\n" }
    return text
  }

  package var json: JSONValue {
    .object([
      ("dry_run", .bool(dryRun)),
      (
        "files",
        .array(
          results.map { result in
            .object(
              [
                ("file", .string(result.fileName)),
                ("org_code", .text(result.info?.orgCode)), ("org_name", .text(result.info?.orgName)),
                ("status", .string(MergeReport.code(result.status))),
                ("signature", .text(result.proof?.verdict.rawValue)),
                ("reason", .text(MergeReport.reason(result.status))),
              ] + MergeReport.numbers(result.counts) + [("left_to_mend", .integer(result.mendings))]
                + [("findings", FindingReport.listing(result.findings).json)])
          })
      ),
      ("total", .object(MergeReport.numbers(total))),
      ("notes", .array(notes.map(JSONValue.string))),
    ])
  }

  private static func numbers(_ counts: MergeCounts) -> [(String, JSONValue)] {
    counted.map { ($0.name, .integer($0.value(counts))) }
  }

  private func word(_ status: MergeResult.Status) -> String {
    switch status {
    case .merged: dryRun ? "可以合并" : "已合并"
    case .nothingNew: "没有新内容"
    case .oldCopy: "旧副本，没有新内容"
    case .refused: "未合并"
    }
  }

  private static func code(_ status: MergeResult.Status) -> String {
    switch status {
    case .merged: "merged"
    case .nothingNew: "nothing_new"
    case .oldCopy: "old_copy"
    case .refused: "refused"
    }
  }

  private static func reason(_ status: MergeResult.Status) -> String? {
    if case .refused(let reason, _) = status { return reason }
    return nil
  }
}
