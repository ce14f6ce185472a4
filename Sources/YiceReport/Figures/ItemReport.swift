package import YiceFormats
package import YiceIndicators
package import YiceStandards

/// One item: in a line, with what fails, and in full.
package struct ItemReport {
  private let item: ItemFigure

  package init(_ item: ItemFigure) { self.item = item }

  /// 指标值或简要结论.
  package var summary: String {
    var parts = item.details.map { detail in
      let label = item.details.count > 1 || detail.value != nil ? detail.label + " " : ""
      return label + (detail.text.isEmpty ? FigureText.verdict(detail.met) : detail.text)
        + (detail.value == nil ? "" : detail.unit)
    }
    if item.rule.measure?.isBySchool == true {
      let codes = Set(item.schools.map(\.orgCode))
      let failing = Set(item.failing.map(\.orgCode))
      let unknown = Set(item.schools.filter { $0.met == nil }.map(\.orgCode)).subtracting(failing)
      parts.append("\(codes.count - failing.count - unknown.count)/\(codes.count) 所达标")
      if !unknown.isEmpty { parts.append("\(unknown.count) 所未填") }
      if !item.classes.isEmpty { parts.append("超标准班 \(item.classes.count) 个") }
    }
    return parts.joined(separator: "；")
  }

  /// The schools and classes that fail, and what is 未填.
  package var failures: [String] {
    var lines = item.failing.map { school in
      let part = school.part.isEmpty ? "" : " \(school.part)"
      var line = "✗ \(school.name)（\(school.orgCode)）\(part)"
      line += " " + ItemReport.counts(school)
      if let relaxed = school.relaxed {
        line += "；放宽认定后\(FigureText.verdict(relaxed))（\(school.relaxation ?? "")）"
      }
      return line
    }
    for one in item.classes {
      let grade = one.grade.map { "\($0) 年级 " } ?? ""
      lines.append(
        "  \(one.name) \(one.stage) \(grade)\(one.classNumber) 班（\(one.entryYear) 年入学）\(one.headCount) 人，上限 \(one.limit) 人"
      )
    }
    lines += item.missing.map { "未填：\($0)" }
    return item.rule.note.isEmpty ? lines : lines + ["说明：" + item.rule.note]
  }

  /// 「实有 0（另有 4 间面积不够），要求 4」; empty for a mere conclusion.
  static func counts(_ school: ItemSchool) -> String {
    let small = school.tooSmall.map { "（另有 \($0) 间面积不够）" } ?? ""
    let parts = [
      school.actual.map { "实有 \(FigureText.plain($0))\(small)" },
      school.required.map { "要求 \(FigureText.plain($0))" },
    ]
    return parts.compactMap { $0 }.joined(separator: "，")
  }

  /// What the numbers of a rule are called.
  private static let limitNames = [
    "classes": "每几个班", "music": "音乐教室面积（㎡）", "art": "美术教室面积（㎡）",
    "pupils": "人数", "hours": "学时", "percent": "百分比", "years": "年数", "points": "分数", "count": "项数",
    "fail_at": "不达标到几项",
  ]

  /// Everything, for `explain`.
  /// - Parameter sizes: the profile's limits of classes and schools.
  package func text(basis: String, sizes: SizeRules) -> String {
    var lines = ["\(item.id) \(item.rule.label)（\(item.rule.group)）", basis, "依据：\(item.rule.source)", ""]
    for detail in item.details {
      let bound = detail.bound.isEmpty ? "" : "（要求 \(detail.bound)\(detail.unit)）"
      let verdict =
        detail.bound.isEmpty && detail.met == nil ? "" : "：\(FigureText.verdict(detail.met, unknown: "未填"))"
      lines.append(
        "\(detail.label)：\(detail.text)\(detail.value == nil ? "" : detail.unit)\(bound)\(verdict)")
      if !detail.basis.isEmpty { lines.append("  来源：\(detail.basis)") }
    }
    for ratio in item.rule.ratios where !ratio.denominator.isEmpty {
      lines.append(
        "公式（\(ratio.label)）：\(words(ratio.numerator)) ÷ \(words(ratio.denominator))\(ratio.per == 1 ? "" : " × \(ratio.per)")"
      )
    }
    let limits = item.rule.limits.sorted { $0.key < $1.key }.map {
      "\(ItemReport.limitNames[$0.key] ?? $0.key) \(FigureText.plain($0.value))"
    }
    switch item.rule.measure {
    case .classSize?: lines.append("标准里的数：\(sizes.classWords)")
    case .schoolSize?: lines.append("标准里的数：\(sizes.schoolWords)")
    default: break
    }
    if !limits.isEmpty { lines.append("标准里的数：\(limits.joined(separator: "，"))") }
    lines.append("结论：\(FigureText.verdict(item.met, unknown: "未填"))")
    if let relaxed = item.relaxed { lines.append("放宽认定后：\(FigureText.verdict(relaxed, unknown: "未填"))") }
    let passing = item.schools.filter { $0.met == true }
    lines += failures
    lines += passing.map { school in
      let part = school.part.isEmpty ? "" : " " + school.part
      return "✓ \(school.name)（\(school.orgCode)）\(part) \(ItemReport.counts(school))"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ terms: [IndicatorRule.Term]) -> String {
    let text = terms.enumerated().map { index, term in
      (term.sign < 0 ? " − " : index > 0 ? " + " : "") + term.element
    }.joined()
    return terms.count > 1 ? "（\(text)）" : text
  }

  package var json: JSONValue {
    .object([
      ("id", .string(item.id)), ("label", .string(item.rule.label)), ("group", .string(item.rule.group)),
      ("source", .string(item.rule.source)), ("note", .text(item.rule.note.isEmpty ? nil : item.rule.note)),
      ("met", .bool(item.met)), ("met_relaxed", .bool(item.relaxed)),
      (
        "details",
        .array(
          item.details.map { detail in
            .object([
              ("label", .string(detail.label)), ("value", .number(detail.value)),
              ("text", .string(detail.text)), ("unit", .string(detail.unit)),
              ("bound", .string(detail.bound)), ("met", .bool(detail.met)), ("basis", .string(detail.basis)),
            ])
          })
      ),
      (
        "schools",
        .array(
          item.schools.map { school in
            .object([
              ("org_code", .string(school.orgCode)), ("name", .string(school.name)),
              ("part", .string(school.part)), ("actual", .number(school.actual)),
              ("required", .number(school.required)),
              ("too_small", school.tooSmall.map { .integer(Int64($0)) } ?? .null), ("met", .bool(school.met)),
              ("met_relaxed", .bool(school.relaxed)), ("relaxation", .text(school.relaxation)),
            ])
          })
      ),
      (
        "classes",
        .array(
          item.classes.map { one in
            .object([
              ("org_code", .string(one.orgCode)), ("name", .string(one.name)), ("stage", .string(one.stage)),
              ("entry_year", .integer(one.entryYear)), ("class_no", .integer(one.classNumber)),
              ("head_count", .integer(one.headCount)), ("limit", .integer(one.limit)),
            ])
          })
      ), ("missing", .array(item.missing.map { .string($0) })),
    ])
  }
}
