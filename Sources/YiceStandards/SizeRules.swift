package import YiceModel

/// 班额、学校规模和学位 of a profile (its `sizes`): the one datum behind G4 and G5, `check`, both ledgers of oversized
/// classes and schools, status, reports and forms. Decision 0060.
package struct SizeRules: Sendable, Equatable {
  /// Most pupils in a class, by 学段.
  package private(set) var classLimit: [Stage: Int]
  /// The levels above the plain one, the highest first, with the least number of pupils.
  package private(set) var levels: [Level]
  /// Most compulsory pupils of a school, by kind of school.
  package private(set) var schoolLimit: [String: Int]
  /// The same under a relaxation (放宽认定) of G4.
  package private(set) var relaxedSchoolLimit: [String: Int]
  /// Places that a thousand residents need, by 学段.
  package private(set) var placesPerThousand: [Stage: Int]

  package struct Level: Sendable, Equatable {
    package let name: String
    package let from: Int
  }

  /// The level of a class above its limit that reaches none of `levels`.
  package static let lowestLevel = "超标准"

  /// 标准名称 of table `threshold` for a county's own values whatever profile it uses.
  package static let name = "sizes"
}

extension SizeRules {
  /// 超标准, 大班额 or 超大班额; nil within the limit or where the 学段 has none.
  package func level(of heads: Int, in stage: Stage) -> String? {
    guard let limit = classLimit[stage], heads > limit else { return nil }
    return levels.first { heads >= $0.from }?.name ?? SizeRules.lowestLevel
  }

  /// Levels from the lowest up, each with the least number of pupils of a class in it. A county's limit may lie above
  /// the start of a level: then that level starts above the limit.
  package func ladder(_ stage: Stage) -> [Level] {
    guard let limit = classLimit[stage] else { return [] }
    return [Level(name: SizeRules.lowestLevel, from: limit + 1)]
      + levels.reversed().map { Level(name: $0.name, from: max($0.from, limit + 1)) }
  }

  /// Most compulsory pupils of a school of that kind; a kind that is not named has the lowest limit.
  package func schoolLimit(of kind: String) -> Int? { schoolLimit[kind] ?? schoolLimit.values.min() }

  /// The text names kinds (2019 规程: 小学, 初中, 九年一贯制学校); others have no relaxed limit.
  package func relaxedSchoolLimit(of kind: String) -> Int? { relaxedSchoolLimit[kind] }

  /// 「超标准：小学 >45 人、初中 >50 人；大班额 ≥56 人；超大班额 ≥66 人」
  package var classWords: String {
    let limits = classLimit.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) >\($0.value) 人" }
    return
      (["\(SizeRules.lowestLevel)：\(limits.joined(separator: "、"))"]
      + levels.reversed().map { "\($0.name) ≥\($0.from) 人" }).joined(separator: "；")
  }

  /// 「小学、初级中学 2000 人；九年一贯制学校 2500 人」
  package var schoolWords: String {
    let byLimit = Dictionary(grouping: schoolLimit.sorted { $0.key < $1.key }, by: \.value)
    return byLimit.sorted { $0.key < $1.key }
      .map { "\($0.value.map(\.key).joined(separator: "、")) \($0.key) 人" }.joined(separator: "；")
  }
}

// MARK: - Reading

extension SizeRules {
  /// - Parameter text: the value of `sizes` in a profile.
  /// - Throws: `ProfileError.text`.
  init(_ text: ProfileText) throws {
    func byKind(_ name: String) throws -> [String: Int] {
      let limits = try text.required(name).entries().map { ($0.key, try $0.value.integer()) }
      return Dictionary(uniqueKeysWithValues: limits)
    }
    self.init(
      classLimit: try text.required("class_limit").byStage { try $0.integer() },
      levels: try text.required("class_levels").list().map {
        Level(name: try $0.required("name").string(), from: try $0.required("from").integer())
      }.sorted { $0.from > $1.from },
      schoolLimit: try byKind("school_limit"), relaxedSchoolLimit: try byKind("school_limit_relaxed"),
      placesPerThousand: try text.required("places_per_thousand").byStage { try $0.integer() })
  }
}

// MARK: - A county's own values

extension SizeRules {
  /// The names that table `threshold` knows a value by, besides those of the levels and the kinds of school.
  private static var settings: [String: WritableKeyPath<SizeRules, [Stage: Int]>] {
    [
      "class_limit": \.classLimit, "班额上限": \.classLimit,
      "places_per_thousand": \.placesPerThousand, "千人学位数": \.placesPerThousand,
    ]
  }

  /// - Returns: whether there is such a value, and the new one can stand there.
  mutating func apply(_ adjustment: Adjustment) -> Bool {
    guard let value = Int(exactly: adjustment.value), value > 0 else { return false }
    if let setting = SizeRules.settings[adjustment.name] {
      let stages = adjustment.stage.map { [$0] } ?? Array(self[keyPath: setting].keys)
      guard stages.allSatisfy({ self[keyPath: setting][$0] != nil }) else { return false }
      for stage in stages { self[keyPath: setting][stage] = value }
      return true
    }
    guard adjustment.stage == nil else { return false }
    if schoolLimit[adjustment.name] != nil {
      schoolLimit[adjustment.name] = value
      return true
    }
    guard let index = levels.firstIndex(where: { $0.name == adjustment.name }) else { return false }
    levels[index] = Level(name: adjustment.name, from: value)
    levels.sort { $0.from > $1.from }
    return true
  }
}
