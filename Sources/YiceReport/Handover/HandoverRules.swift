internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// The standard as engines take it: statements that fill the rules' tables, and what verdicts are judged by. One file of
/// each for all counties that use the same.
struct HandoverRules {
  /// The first 12 digits of the digest of both.
  let key: String
  let statements: String
  let judging: String

  /// - Parameter db: with the working tables filled.
  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ profile: Profile) throws {
    statements = try "-- \(profile.name)\n" + StartingTables.ruleStatements(db)
    judging = HandoverRules.judging(profile).rendered(pretty: true) + "\n"
    key = String(SHA256.hex(of: Array((statements + judging).utf8)).prefix(12))
  }

  /// Numbers are texts: decimals that must not lose a digit.
  private static func judging(_ profile: Profile) -> JSONValue {
    func byStage(_ values: [Stage: Double]) -> JSONValue {
      .object(
        Stage.compulsory.compactMap { stage in values[stage].map { (stage.rawValue, .string("\($0)")) } })
    }
    return .object([
      ("standard", .string(profile.id)), ("version", .string(profile.version)),
      ("compare", .string(profile.compare.rawValue)),
      (
        "pass",
        profile.passRule.map {
          .object([("least", .integer(Int64($0.least))), ("near", .string("\($0.near)"))])
        } ?? .null
      ),
      ("cv_limit", byStage(profile.cvLimits)), ("composite_limit", byStage(profile.compositeLimits)),
      ("relaxations", .array(profile.relaxations.keys.sorted().map { .string($0) })),
      (
        "indicators",
        .array(
          profile.indicators.map { rule in
            .object([
              ("id", .string(rule.id)), ("label", .string(rule.label)), ("unit", .string(rule.unit)),
              ("per", .integer(Int64(rule.per))), ("thresholds", byStage(rule.thresholds)),
            ])
          })
      ),
    ])
  }
}
