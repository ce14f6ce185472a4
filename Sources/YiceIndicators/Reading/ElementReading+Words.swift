internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// The readings in words, for whoever asks why a row counts: with the lists of the profile in use.
extension ElementReading {
  /// 「用房册：…；场地册：…，按校区拆分。」 of an indicator's terms; nil where no register tells any of them.
  static func words(_ rule: IndicatorRule, stage: Stage, _ registers: RegisterRule) -> String? {
    var parts: [String] = []
    for term in rule.terms {
      guard let reading = Element.named(term.element).flatMap(ElementReading.of) else { continue }
      parts.append(
        (term.sign < 0 ? "减去" : "") + "“\(reading.element.name)”取\(reading.words(registers, stage: stage))")
    }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "；") + (rule.split ? "；按校区拆分。" : "；按任教学段。")
  }

  private func words(_ rule: RegisterRule, stage: Stage) -> String {
    let table = TableCatalog.table(register)
    func label(_ column: String) -> String { "“\(table?.column(column)?.label ?? column)”" }
    let rows = conditions.compactMap { $0.words(rule, stage: stage, label) }
    let measured =
      switch amount {
      case .rows: "的行数"
      case .column(let column): "的\(label(column))"
      }
    return "\(table?.label ?? register)册里" + rows.joined(separator: "、") + measured
  }
}

extension ReadingCondition {
  /// nil where it only says by what the rows are told apart.
  fileprivate func words(_ rule: RegisterRule, stage: Stage, _ label: (String) -> String) -> String? {
    switch self {
    case .yes(let column): "\(label(column))为是"
    case .notYes(let column): "\(label(column))不为是"
    case .filled: nil
    case .amongOrYes(let column, let words, let other):
      "\(label(column))为\(ReadingCondition.or(words))或\(label(other))为是"
    case .listed(let column, let lists):
      "\(label(column))为\(ReadingCondition.or(lists.flatMap { rule.lists[$0] ?? [] }))"
    case .listedForStage(let column, _):
      "\(label(column))为\(ReadingCondition.or(rule.aboveQualification[stage] ?? []))"
    case .yesOrListed(let column, let other, let list):
      "\(label(column))为是（没有填的，看\(label(other))是不是\(ReadingCondition.or(rule.lists[list] ?? []))）"
    }
  }

  /// 教室、专用教室或公共教学用房
  private static func or(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "（标准没有列出）" }
    return words.dropLast().joined(separator: "、") + "或" + last
  }
}
