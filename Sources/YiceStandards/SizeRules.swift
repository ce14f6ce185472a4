internal import CYice
package import GRDB
package import YiceModel

/// 班额、学校规模和学位的标准 (Profiles/sizes.yaml), with a county's own values of table `threshold` (标准名称 sizes).
package struct SizeRules: Sendable, Equatable {
  /// Most pupils in a class, by 学段.
  package private(set) var classLimit: [Stage: Int]
  /// The levels above the plain one, the highest first, with the least number of pupils.
  package private(set) var levels: [Level]
  /// Most compulsory pupils of a school, by kind of school.
  package private(set) var schoolLimit: [String: Int]
  /// Places that a thousand residents need, by 学段.
  package private(set) var placesPerThousand: [Stage: Int]

  package struct Level: Sendable, Equatable {
    package let name: String
    package let from: Int
  }

  /// The level of a class above its limit that reaches none of `levels`.
  package static let lowestLevel = "超标准"

  /// Name that the county's own values stand under in table `threshold`.
  package static let name = "sizes"

  /// 超标准, 大班额 or 超大班额; nil within the limit or where the 学段 has none.
  package func level(of heads: Int, in stage: Stage) -> String? {
    guard let limit = classLimit[stage], heads > limit else { return nil }
    return levels.first { heads >= $0.from }?.name ?? SizeRules.lowestLevel
  }

  /// Levels from the lowest up, each with the least number of pupils of a class in it.
  package func ladder(_ stage: Stage) -> [Level] {
    guard let limit = classLimit[stage] else { return [] }
    return [Level(name: SizeRules.lowestLevel, from: limit + 1)] + levels.reversed()
  }
}

extension SizeRules {
  /// As shipped.
  /// - Throws: `ProfileError`.
  package static func shipped() throws -> SizeRules {
    let text = try ProfileText(String(cString: yice_sizes()), name: name)
    let limits = try text.required("school_limit").entries().map { ($0.key, try $0.value.integer()) }
    return SizeRules(
      classLimit: try text.required("class_limit").byStage { try $0.integer() },
      levels: try text.required("class_levels").list().map {
        Level(name: try $0.required("name").string(), from: try $0.required("from").integer())
      }.sorted { $0.from > $1.from },
      schoolLimit: Dictionary(uniqueKeysWithValues: limits),
      placesPerThousand: try text.required("places_per_thousand").byStage { try $0.integer() })
  }

  /// With the county's own values.
  /// - Throws: `ProfileError`, `DatabaseError`.
  package static func load(from db: Database, orgCode: String) throws -> SizeRules {
    var rules = try shipped()
    let rows = try Row.fetchAll(
      db, sql: "SELECT indicator, stage, value FROM threshold WHERE org_code = ? AND profile = ?",
      arguments: [orgCode, name])
    for row in rows {
      rules.adjust(row["indicator"], Stage(word: row["stage"]), Int(row["value"] as Double))
    }
    return rules
  }

  private mutating func adjust(_ name: String, _ stage: Stage?, _ value: Int) {
    switch (name, stage) {
    case ("class_limit", let stage?): classLimit[stage] = value
    case ("places_per_thousand", let stage?): placesPerThousand[stage] = value
    case (_, nil) where schoolLimit[name] != nil: schoolLimit[name] = value
    case (_, nil):
      if let index = levels.firstIndex(where: { $0.name == name }) {
        levels[index] = Level(name: name, from: value)
      }
    default: break
    }
  }
}
