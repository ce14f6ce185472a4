package import YiceModel
package import YiceStandards

/// All that is judged beside the resource indicators, for one county (or school) and year.
package struct AssessmentFigures: Sendable {
  /// In the profile's order.
  package var items: [ItemFigure]
  /// false when one is not met, nil when none fails and something is 未填.
  package var passes: Bool? { ItemFigure.all(items.map(\.met)) }
  /// The same with the relaxations in force; nil where none is.
  package var passesRelaxed: Bool? {
    items.contains { $0.relaxed != nil } ? ItemFigure.all(items.map { $0.relaxed ?? $0.met }) : nil
  }

  package func item(_ id: String) -> ItemFigure? { items.first { $0.id == id } }
}

/// One item: its figures or conclusions, its verdict, and the schools it fails for.
package struct ItemFigure: Sendable {
  package var rule: ItemRule
  /// nil: 未填. An item without data is never met.
  package var met: Bool?
  /// With the relaxations in force; nil where none is.
  package var relaxed: Bool?
  package var details: [ItemDetail]
  /// One a school, for items that are judged school by school.
  package var schools: [ItemSchool]
  /// The ratios of each school by itself, by code, as its self-evaluation states them.
  package var ofSchools: [String: [ItemDetail]] = [:]
  /// Classes above the limit.
  package var classes: [ItemClass]
  /// What is not filled in, in words.
  package var missing: [String]

  package var id: String { rule.id }
  /// Something was judged, for the county or for a school.
  package var isJudged: Bool { met != nil || schools.contains { $0.met != nil } }
  package var failing: [ItemSchool] { schools.filter { $0.met == false } }

  /// false when one is false; nil when one is unknown and none false; an empty list is unknown.
  static func all(_ verdicts: [Bool?]) -> Bool? {
    if verdicts.contains(false) { return false }
    return verdicts.isEmpty || verdicts.contains { $0 == nil } ? nil : true
  }
}

/// One figure or conclusion of an item.
package struct ItemDetail: Sendable, Equatable {
  package var label: String
  /// nil: of the whole item.
  package var stage: Stage? = nil
  /// In full; nil for a conclusion, and where 未填.
  package var value: Double?
  /// As the form prints it: a ratio with one decimal, a conclusion's words.
  package var text: String
  package var unit: String
  /// 「≥ 95」; empty where nothing is asked.
  package var bound: String
  package var met: Bool?
  /// Whether the item's verdict waits for it; what a form only asks to be shown decides nothing.
  package var decides = true
  /// Numerator and denominator with their values, or who concluded, when, on what evidence.
  package var basis: String
  /// Day from which the bound is in force, where it has changed since the document; YYYY-MM-DD.
  package var since: String? = nil
  /// Of how many people it is known, where some have an empty cell: 「已知 18 人的，12 人没有填」.
  package var known: String? = nil
}

/// One school's part in an item.
package struct ItemSchool: Sendable, Equatable {
  package var orgCode: String
  package var name: String
  /// What is counted, e.g. 音乐; empty for the whole item.
  package var part: String
  package var actual: Double?
  package var required: Double?
  /// Rooms of the kind that are smaller than asked; nil where none is, or rooms are not counted.
  package var tooSmall: Int? = nil
  package var met: Bool?
  package var relaxed: Bool?
  /// Basis and expiry of the relaxation; nil where none is in force.
  package var relaxation: String?
}

/// A class above the limit.
package struct ItemClass: Sendable, Equatable {
  package var orgCode: String
  package var name: String
  package var stage: String
  package var entryYear: Int
  package var classNumber: Int
  package var grade: Int?
  package var headCount: Int
  package var limit: Int
}
