/// The one description of every table and column that files exchange. Commands, import, export, templates, checks and
/// forms read it, and schema.sql is made from it (`SchemaText`).
package enum TableCatalog {
  package static let tables: [CatalogTable] = [
    .org, .campus, .town,
    .classRoll, .teacher, .training, .exchange, .room, .ground, .equipment, .finance, .statement,
    .conclusion, .survey, .vetoFinding, .relaxation, .coreItem, .coreAnswer, .expectedMaterial,
    .standardizationItem, .standardizationGoal, .oversizedClass, .oversizedRecount, .oversizedSchool,
    .rectification, .rectificationProgress, .verdict,
    .task, .policy, .target, .project,
    .experiment, .experimentCount, .safetyCheck, .recurringCheck, .checkResult, .monitoring,
    .schoolGroup, .personUnit, .duty,
    .opinion, .opinionReply, .evidence,
    .standard, .threshold, .catalogueItem, .unitCost,
    .wording, .signingKey,
  ]

  /// The table of that English name, Chinese label or synonym.
  package static func table(_ word: String) -> CatalogTable? {
    tables.first { $0.name == word || $0.label == word }
      ?? tables.first { $0.synonyms.contains(word) }
  }
}
