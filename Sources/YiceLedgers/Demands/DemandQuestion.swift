internal import GRDB
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// What demands are asked for: the parameters of their queries.
package struct DemandQuestion: Sendable {
  private let values: [String: DatabaseValue]
  /// Numbers of `programme` that nobody has confirmed.
  private let assumptions: [(id: String, assumption: Assumption)]

  /// - Parameters:
  ///   - year: first year of the 学年, and the calendar year it begins in; nil: none is known.
  ///   - today: YYYY-MM-DD.
  ///   - bureau: code of the county.
  ///   - school: code of the one school; nil: all.
  package init(year: Int?, today: String, bureau: String, school: String? = nil, _ profile: Profile) {
    var values: [String: DatabaseValue] = [
      "year": year.databaseValue, "today": today.databaseValue, "county": bureau.databaseValue,
      "school": school.databaseValue,
      "growth": DemandQuestion.json(profile.programme.growth).databaseValue,
      "four_safety": DemandQuestion.json(profile.programme.lists["four_safety"] ?? []).databaseValue,
      "five_checks": DemandQuestion.json(profile.programme.lists["five_checks"] ?? []).databaseValue,
      "multimedia_rooms": DemandQuestion.json(profile.registers.lists["multimedia_rooms"] ?? [])
        .databaseValue,
      "compulsory_kinds": DemandQuestion.json(DemandQuestion.compulsoryKinds(profile)).databaseValue,
      "finished": DemandQuestion.json(TableRules.finished(.project)).databaseValue,
      "primary_years": profile.stages[.primary].databaseValue,
      "junior_years": profile.stages[.junior].databaseValue,
      "senior_years": profile.stages[.senior].databaseValue,
    ]
    for (id, name) in [("large", "大班额"), ("huge", "超大班额")] {
      values[id] = profile.sizes.levels.first { $0.name == name }?.from.databaseValue ?? .null
    }
    values["primary_limit"] = profile.sizes.classLimit[.primary].databaseValue
    values["junior_limit"] = profile.sizes.classLimit[.junior].databaseValue
    for id in DemandQuestion.numbers { values[id] = profile.programme.value(id).databaseValue }
    for number in profile.programme.numbers { values[number.id] = number.value.databaseValue }
    // Of items: what the standard itself asks for.
    values["training_five_years_hours"] =
      profile.items.lazy.compactMap { $0.limits["hours"] }.first.databaseValue
    values["core_fail_at"] =
      profile.items.lazy.compactMap { $0.limits["fail_at"] }.first.map { Int($0) }.databaseValue
    self.values = values
    assumptions = profile.programme.numbers.compactMap { number in number.assumption.map { (number.id, $0) } }
  }

  /// Kinds of schools that have one 学段, 小学 or 初中: a number that they stated without 学段 is of it. Decision 0011.
  private static func compulsoryKinds(_ profile: Profile) -> [String] {
    profile.inclusion.kinds.filter { $0.value.stage.map(Stage.compulsory.contains) ?? false }.map(\.key)
      .sorted()
  }

  /// Numbers that queries name; one that a profile leaves out is NULL.
  private static let numbers = [
    "training_years", "training_year_hours", "exchange_years", "support_years", "exchange_slack_months",
    "ending_days",
    "terms_per_year",
    "quarters_per_year", "months_per_year", "weeks_per_year", "monitoring_years",
  ]

  var arguments: StatementArguments { StatementArguments(values) }

  /// A heading or note with the values that {names} in it stand for; {year-1} is the year before.
  package func filled(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open] + value(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The notes of a demand, and what its rows rest on that nobody has confirmed.
  package func notes(of demand: Demand) -> [String] {
    demand.notes.map(filled)
      + assumptions.filter { demand.parameters.contains($0.id) }.map(\.assumption.sentence)
  }

  private func value(_ name: String) -> String {
    let parts = name.split(separator: "-")
    let less = parts.count > 1 ? Int64(parts[1]) ?? 0 : 0
    return switch values[String(parts[0])]?.storage {
    case .int64(let number)?: "\(number - less)"
    case .double(let number)?: Int64(exactly: number).map { "\($0 - less)" } ?? "\(number)"
    default: "—"
    }
  }
}

// MARK: - Lists as SQL reads them

extension DemandQuestion {
  private static func json(_ words: [String]) -> String {
    "[" + words.map(quoted).joined(separator: ",") + "]"
  }

  private static func json(_ rules: [ProgrammeRules.Growth]) -> String {
    let objects = rules.map { rule -> String in
      let texts: [(String, String?)] = [
        ("group", rule.group), ("label", rule.label), ("item", rule.item), ("above", rule.above),
        ("of", rule.of),
        ("unit", rule.unit), ("source", rule.source),
      ]
      let marks = [("per_pupil", rule.perPupil), ("must_rise", rule.mustRise), ("average", rule.isAverage)]
      let parts =
        texts.map { "\"\($0.0)\":" + ($0.1.map(quoted) ?? "null") }
        + marks.map { "\"\($0.0)\":\($0.1 ? 1 : 0)" }
      return "{" + parts.joined(separator: ",") + "}"
    }
    return "[" + objects.joined(separator: ",") + "]"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\u{0}"..."\u{1F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
