internal import CYice
package import GRDB
internal import YiceStore

/// 应配目录: the shipped lines (Profiles/catalogue.yaml), with a county's own of table `catalogue_item` in their place.
package struct Catalogue: Sendable {
  package let items: [CatalogueItem]
  /// How registers answer a line, by `derived_from`.
  package let derived: [String: DerivedRule]
  /// Variants (变体) that schools chose for themselves, school → line → place; the county's own rows go before them.
  package let schoolChoices: [String: [String: String]]

  /// - Throws: `ProfileError`.
  package static func shipped() throws -> Catalogue {
    Catalogue(
      items: try CatalogueReader.list(String(cString: yice_catalogue()), name: "应配目录"),
      derived: try DerivedRule.shipped(), schoolChoices: [:])
  }

  /// The lines as asked of one school.
  package func items(of orgCode: String) -> [CatalogueItem] {
    guard let choices = schoolChoices[orgCode] else { return items }
    return items.map { item in choices[item.id].flatMap(item.chosen) ?? item }
  }

  /// - Parameter orgCode: the county's code.
  /// - Throws: `ProfileError`, `DatabaseError`.
  package static func load(from db: Database, orgCode: String) throws -> Catalogue {
    let shipped = try shipped()
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM catalogue_item WHERE org_code = ? ORDER BY id", arguments: [orgCode])
    var items = shipped.items
    for row in rows {
      let id: String = row["id"]
      let index = items.firstIndex { $0.id == id }
      guard row["active"] as Int? != 0 else {
        items.removeAll { $0.id == id }
        continue
      }
      if row["category"] as String == CatalogueVariant.category {
        if let index { items[index] = try CatalogueVariant.chosen(items[index], row["label"]) }
        continue
      }
      let item = try CatalogueReader.item(
        ProfileText(row["rule"] as String, name: "应配目录 \(id)"),
        known: .init(
          id: id, category: row["category"], label: row["label"], unit: row["unit"] ?? "",
          source: row["source"],
          verified: row["verified"] as Int? == 1))
      if let index { items[index] = item } else { items.append(item) }
    }
    return Catalogue(
      items: items, derived: shipped.derived,
      schoolChoices: try CatalogueVariant.bySchool(db, county: orgCode, items: items))
  }
}

/// Which rows of a register answer a line, and what of them is counted (Profiles/derived.yaml).
package struct DerivedRule: Sendable, Equatable {
  package enum Measure: String, Sendable {
    case count, area, value, quantity, met
    case floorArea = "floor_area"
    case longestTrack = "longest_track"
    case longestStraight = "longest_straight"
    case certifiedRate = "certified_rate"
  }

  /// Table name: room, ground, equipment, teacher, safety_check.
  package let register: String
  /// The line is this indicator's numerator.
  package let indicator: String?
  /// The rows are those that count for this 数据项.
  package let element: String?
  package let categories: [String]
  package let purposes: [String]
  package let subjects: [String]
  package let items: [String]
  package let measure: Measure?

  static func shipped() throws -> [String: DerivedRule] {
    let text = try ProfileText(String(cString: yice_derived()), name: "应配目录的取数")
    var rules: [String: DerivedRule] = [:]
    for (key, rule) in try text.entries() {
      let measure = try rule["measure"].map { word in
        guard let measure = Measure(rawValue: try word.string()) else { throw word.complaint("没有这种 measure") }
        return measure
      }
      rules[key] = DerivedRule(
        register: String(key.prefix { $0 != ":" }), indicator: try rule["indicator"]?.string(),
        element: try rule["element"]?.string(), categories: try rule["category"]?.strings() ?? [],
        purposes: try rule["purpose"]?.strings() ?? [],
        subjects: try rule["subject"]?.strings() ?? [], items: try rule["item"]?.strings() ?? [],
        measure: measure)
    }
    return rules
  }
}
