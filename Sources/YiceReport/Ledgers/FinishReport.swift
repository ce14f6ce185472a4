internal import YiceFormats
package import YiceLedgers
internal import YiceModel

/// What finishing a school's file did, step by step, and what is left.
package struct FinishReport: Report {
  private let outcome: SchoolFinish.Outcome
  private let typedFile: String
  private let dryRun: Bool

  /// - Parameter typedFile: as the next commands name the file.
  package init(_ outcome: SchoolFinish.Outcome, typedFile: String, dryRun: Bool) {
    self.outcome = outcome
    self.typedFile = typedFile
    self.dryRun = dryRun
  }

  private struct Step {
    let name: String
    let label: String
    let did: String
    let left: Int
    let next: String
  }

  private var steps: [Step] {
    let errors = outcome.findings.filter { $0.severity == .error }.count
    let others = outcome.findings.filter { $0.severity == .warning }.count
    let standing = outcome.standing
    return [
      Step(
        name: "check", label: "勾稽检查", did: "错误 \(errors) 处，提醒 \(others) 处", left: errors,
        next: "yice check \(typedFile)"),
      Step(
        name: "ledger", label: "一校一册",
        did:
          "新列 \(outcome.volume.added) 项，变动 \(outcome.volume.moved.count) 处；有缺口 \(outcome.lines.short) 项，未填 \(outcome.lines.unknown) 项",
        left: outcome.lines.short + outcome.lines.unknown, next: "yice ledger show \(typedFile)"),
      Step(
        name: "oversize", label: "大班额", did: "新建档 \(outcome.scan.classes.count) 个班",
        left: standing.oversizedOpen,
        next: "yice oversize list \(typedFile)"),
      Step(
        name: "rectify", label: "整改清单", did: "新提出 \(outcome.raised.raised.count) 条",
        left: standing.rectificationOpen,
        next: "yice rectify list \(typedFile)"),
    ]
  }

  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("step", "步骤"), Listing.Column("did", "做了什么"), Listing.Column("left", "还剩"),
        Listing.Column("next", "查看"),
      ],
      rows: steps.map { [.word($0.name, shown: $0.label), .text($0.did), .number($0.left), .text($0.next)] })
  }

  package var text: String {
    listing.text(maximumCellWidth: 60) + (dryRun ? "（试运行，没有写入，也没有打包）\n" : "")
  }
}
