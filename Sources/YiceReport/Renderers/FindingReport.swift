internal import YiceFormats
package import YiceModel

/// What `check` found.
package struct FindingReport: Report {
  private let findings: [Finding]
  private let place: String

  /// - Parameter place: whose data was looked at.
  package init(_ findings: [Finding], of place: String) {
    self.findings = findings
    self.place = place
  }

  package var text: String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    return findings.map { $0.description + "\n" }.joined() + "\(place)：错误 \(errors) 条，提醒 \(warnings) 条。\n"
  }

  package var listing: Listing { FindingReport.listing(findings) }

  /// One row a finding: of a check, an import, a merge.
  static func listing(_ findings: [Finding]) -> Listing {
    Listing(
      columns: [
        Listing.Column("severity", "程度"), Listing.Column("code", "种类"), Listing.Column("file", "文件"),
        Listing.Column("sheet", "工作表"), Listing.Column("row", "行"), Listing.Column("column", "列"),
        Listing.Column("value", "值"), Listing.Column("message", "说明"),
      ],
      rows: findings.map { finding in
        [
          .word(finding.severity.rawValue, shown: finding.severity.label), .text(finding.code),
          .text(finding.location.file), .text(finding.location.sheet),
          finding.location.row.map { .number($0) } ?? .empty, .text(finding.location.column),
          .text(finding.value), .text(finding.message),
        ]
      })
  }
}
