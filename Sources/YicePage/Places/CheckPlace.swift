internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 检查: what `yice check` finds.
enum CheckPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    guard let asked = visit.asked(file) else { throw PageProblem.noYear }
    let findings = try asked.with(strictly: true) { worked, question in
      try worked.check(question)
    }
    let report = FindingReport(findings, of: file.info.orgName)
    guard visit.path.last == "check" else { return Answers.json(report.json, pretty: true) }
    let rows = findings.map { finding -> [Markup] in
      [
        "<span class=\"\(finding.severity == .error ? "m-below" : "m-near")\">\(finding.severity.label)</span>",
        "\(PlaceWords.of(finding.message))",
      ]
    }
    let list =
      rows.isEmpty
      ? "<p class=\"good\">✓ 数据都对得上。</p>" : PageParts.table("检查结果", ["程度", "说明"], rows)
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    let body: Markup = "<h1>检查</h1><p>错误 \(errors) 条，提醒 \(warnings) 条。</p>\(list)"
    return Answers.html(try Layout(visit, file).page("检查", body, place: "/check"))
  }
}
