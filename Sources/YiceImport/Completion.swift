internal import YiceStore

/// What the importer fills in by itself where a sheet does not say it.
enum Completion {
  /// Names of the columns that will be filled in.
  static func filled(in table: CatalogTable, given: Set<String>, className: Bool) -> Set<String> {
    var filled: Set<String> = ["org_code"]
    for column in table.columns where column.emptyAllowedInKey { filled.insert(column.name) }
    if table.yearColumn != nil { filled.insert("school_year") }
    if table.hasRandomID { filled.insert("id") }
    if className { filled.formUnion(["grade", "class_no"]) }
    let listsClasses = [CatalogTable.classRoll, .oversizedClass].contains { $0.name == table.name }
    if listsClasses, className || given.contains("grade") { filled.formUnion(["entry_year", "stage"]) }
    // The year says the grade where the school has one 学段.
    if listsClasses, given.contains("entry_year"), !given.contains("stage") {
      filled.formUnion(["grade", "stage"])
    }
    if table.name == CatalogTable.oversizedClass.name { filled.formUnion(["filed_on", "level", "state"]) }
    return filled.subtracting(given)
  }

  /// The same, with what the columns of a sheet that is a list of such rows leave to be worked out.
  static func filled(
    in table: CatalogTable, given: Set<String>, plan: ImportPlan, _ headings: [String]
  ) -> Set<String> {
    filled(in: table, given: given, headings, className: plan.className != nil, girls: plan.girls != nil)
  }

  /// - Parameters:
  ///   - className: a column names grade and class together.
  ///   - girls: a column counts them.
  static func filled(
    in table: CatalogTable, given: Set<String>, _ headings: [String], className: Bool, girls: Bool
  ) -> Set<String> {
    var filled = filled(in: table, given: given, className: className)
    if let numbered = OwnNumber.of(table), numbered.fits(given, headings) { filled.insert(numbered.column) }
    if NamedCategory.of(table) != nil, given.contains("name") { filled.insert("category") }
    if girls, given.contains("head_count") { filled.insert("boys") }
    if girls, given.contains("boys") { filled.insert("head_count") }
    if given.contains("unit_price"), given.contains("quantity") { filled.insert("value") }
    // Schools that the file has are known by their names.
    if table.name == CatalogTable.org.name, given.contains("name"), !given.contains("org_code") {
      filled.insert("kind")
    }
    // A line above the rows may say in which building they are, and where.
    filled.formUnion(PlacesAbove.columns(of: table))
    // A school with one 学段 teaches no other.
    if table.name == CatalogTable.teacher.name { filled.insert("stage") }
    // The words of a period stand where its last day does, and the other way round.
    if table.periodColumn != nil, let last = table.columns.first(where: \.mayBePeriod) {
      if given.contains(last.name) { filled.insert("period_text") }
      if given.contains("period_text") { filled.insert(last.name) }
      if given.contains("period_text") || given.contains(last.name) {
        filled.formUnion(["from_on", "starts_on"].filter { table.column($0) != nil })
      }
    }
    if table.name == CatalogTable.rectification.name { filled.formUnion(["source", "state"]) }
    return filled.subtracting(given)
  }
}
