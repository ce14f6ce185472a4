internal import YiceFormats
internal import YiceIndicators
internal import YiceStandards

/// One item in a line, with what fails.
struct ItemReport {
  let item: ItemFigure

  init(_ item: ItemFigure) { self.item = item }

  /// 指标值或简要结论.
  var summary: String {
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
    return parts.joined(separator: "；") + (assumption?.sentence ?? "")
  }

  /// What its verdict rests on and nobody has confirmed; nil too where there is no verdict yet.
  var assumption: Assumption? { item.isJudged ? item.rule.assumption : nil }

  /// The schools and classes that fail, and what is 未填.
  var failures: [String] {
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
    // Where the verdict waits for them they are among what is missing.
    lines += item.details.filter { $0.met != nil || !$0.decides }.compactMap { detail in
      detail.known.map { "\(detail.label)：\($0)" }
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

  var json: JSONValue {
    .object([
      ("id", .string(item.id)), ("label", .string(item.rule.label)), ("group", .string(item.rule.group)),
      ("source", .string(item.rule.source)), ("note", .text(item.rule.note.isEmpty ? nil : item.rule.note)),
      ("unverified", .text(assumption?.text)),
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
              ("too_small", school.tooSmall.map { .integer($0) } ?? .null), ("met", .bool(school.met)),
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
