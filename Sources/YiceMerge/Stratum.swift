internal import YiceStore

/// The rows of one table in the areas of one class: a school's rows in the class of the table, a county's in `bureau`.
/// All of them follow one rule: either a side has the word there or it does not.
struct Stratum {
  let table: CatalogTable
  let areaClass: AreaClass
  /// The rows of counties in a table of another class.
  let isCounty: Bool

  var id: String { isCounty ? table.name + "/county" : table.name }

  static let all: [Stratum] = TableCatalog.tables.flatMap { table in
    let own = Stratum(table: table, areaClass: table.areaClass, isCounty: false)
    return table.areaClass == .bureau
      ? [own] : [own, Stratum(table: table, areaClass: .bureau, isCounty: true)]
  }

  /// Condition on rows that travel.
  func travels(_ org: String) -> String {
    let county = isCounty ? " AND length(org_code) = 6" : ""
    return "\(org) IN (SELECT org_code FROM temp.travel WHERE class = '\(areaClass.rawValue)'\(county))"
  }

  /// Condition: the version is live in that schema.
  /// - Parameter siblings: whether the schema has waiting versions of the table.
  func live(_ alias: String, in schema: String, siblings: Bool) -> String {
    let row = """
      EXISTS (SELECT 1 FROM \(schema).\(table.name) AS x WHERE \(table.keyMatch("x.", alias)) AND x.rev = \(alias)rev)
      """
    guard siblings else { return row }
    return """
      (\(row) OR EXISTS (SELECT 1 FROM \(schema).sibling AS x WHERE x.table_name = '\(table.name)'
        AND x.row_key = \(table.keyJSON(of: alias)) AND x.rev = \(alias)rev))
      """
  }

  /// Condition: the history of that schema shows the version, as what was written or as what was replaced.
  func shown(_ alias: String, in schema: String) -> String {
    """
    EXISTS (SELECT 1 FROM \(schema).change AS x WHERE x.table_name = '\(table.name)'
      AND x.row_key = \(table.keyJSON(of: alias)) AND x.void = 0 AND (x.before_rev = \(alias)rev OR x.rev = \(alias)rev))
    """
  }

  /// Condition: that schema has a line of the version's revision in its area.
  func known(_ alias: String, in schema: String, org: String? = nil, legacy: Bool = false) -> String {
    """
    EXISTS (SELECT 1 FROM \(schema).revision_area AS x WHERE x.id = \(alias)rev AND x.org_code = \(org ?? alias + "org_code")
      AND x.class = '\(areaClass.rawValue)'\(legacy ? " AND x.legacy = 1" : ""))
    """
  }
}
