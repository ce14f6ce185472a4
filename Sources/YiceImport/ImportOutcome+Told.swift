package import YiceModel
internal import YiceStore

extension ImportOutcome {
  /// The findings as they are told: the same bad value in many rows is one line, at its first row.
  package var told: [Finding] {
    var lines: [Finding] = []
    var known: [String: (line: Int, rows: [Int])] = [:]
    for finding in findings {
      guard let value = finding.value, let column = finding.location.column, let row = finding.location.row,
        finding.severity != .note
      else {
        lines.append(finding)
        continue
      }
      let key = [finding.code, finding.location.sheet ?? "", column, value, finding.message]
        .joined(separator: "\u{1F}")
      if known[key] == nil {
        known[key] = (lines.count, [])
        lines.append(finding)
      } else {
        known[key]?.rows.append(row)
      }
    }
    for (line, rows) in known.values where !rows.isEmpty {
      let shown = rows.prefix(5).map(String.init).joined(separator: "、")
      let more = rows.count > 5 ? "…" : ""
      lines[line].message += "（还有 \(rows.count) 行同样：第 \(shown)\(more) 行）"
    }
    return lines
  }

  /// Words that a column of choices does not know, in their order.
  package var unknownWords: [(column: String, word: String)] {
    var known: Set<String> = []
    return findings.compactMap { finding in
      guard finding.code == "not-allowed", let heading = finding.location.column, let word = finding.value,
        let column = table.column(heading), !column.type.choices.isEmpty,
        known.insert(heading + "\u{1F}" + word).inserted
      else { return nil }
      return (heading, word)
    }
  }
}
