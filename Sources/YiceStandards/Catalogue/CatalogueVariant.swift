internal import GRDB
package import YiceModel
package import YiceStore

/// Which province's variant of a catalogue line is used. The choice is a row of 应配目录 with 类别 变体: 编号 names the
/// line, 项目 the place. A county's choice holds for all its schools; a school's own holds where the county has none.
/// Decision 0062.
package enum CatalogueVariant {
  /// 类别 of such a row, the only rows of 应配目录 that a school may write.
  package static let category = CatalogTable.variantCategory

  /// One variant that may be chosen.
  package struct Option: Sendable {
    package let item: CatalogueItem
    package let variant: CatalogueItem.Variant
    /// Whether the file uses it.
    package let isChosen: Bool
  }

  /// Every variant of the catalogue, by line.
  /// - Parameter school: the school whose choice is told; nil: the county's.
  package static func options(_ catalogue: Catalogue, school: String?) -> [Option] {
    let items = school.map(catalogue.items(of:)) ?? catalogue.items
    return items.flatMap { item in
      item.variants.map { Option(item: item, variant: $0, isChosen: item.place == $0.place) }
    }
  }

  /// Chooses a place's variants, of every line that has one or of one line; nil goes back to the catalogue's own.
  /// - Returns: labels of the lines that changed.
  /// - Throws: `VariantError`, `RecordError`.
  package static func choose(
    _ place: String?, line: String?, _ catalogue: Catalogue, _ writer: RevisionWriter
  ) throws -> [String] {
    if let line, !catalogue.items.contains(where: { $0.id == line && !$0.variants.isEmpty }) {
      throw VariantError.noVariants(
        line: line, known: catalogue.items.filter { !$0.variants.isEmpty }.map(\.id))
    }
    let places = Set(catalogue.items.filter { line == nil || $0.id == line }.flatMap(\.variants).map(\.place))
    if let place, !places.contains(place) { throw VariantError.noPlace(place, known: places.sorted()) }
    var changed: [String] = []
    for item in catalogue.items where line == nil || item.id == line {
      let variant = item.variants.first { $0.place == place }
      guard variant != nil || (place == nil && !item.variants.isEmpty) else { continue }
      if try write(item, variant, writer) { changed.append(item.label) }
    }
    return changed
  }

  private static func write(
    _ item: CatalogueItem, _ variant: CatalogueItem.Variant?, _ writer: RevisionWriter
  ) throws -> Bool {
    if writer.file.role.isOneSchool, let county = writer.file.countyCode,
      try writer.exists(.catalogueItem, RowKey([county.databaseValue, item.id.databaseValue]))
    {
      throw VariantError.countyDecides(line: item.id)
    }
    let key = RowKey([writer.file.orgCode.databaseValue, item.id.databaseValue])
    let row = try writer.fetch(.catalogueItem, key)
    if let row, row["category"] as String != category {
      throw VariantError.ownLine(line: item.id)
    }
    guard let variant else {
      if row != nil { try writer.remove(.catalogueItem, key) }
      return row != nil
    }
    let values: RowValues = [
      "category": category, "label": variant.place, "unit": item.unit, "rule": "variant",
      "source": variant.source, "verified": variant.verified,
    ]
    if row != nil { return try writer.set(.catalogueItem, key, values) != .same }
    var full = values
    full.set("org_code", writer.file.orgCode)
    full.set("id", item.id)
    try writer.add(.catalogueItem, full)
    return true
  }

  static func chosen(_ item: CatalogueItem, _ place: String) throws -> CatalogueItem {
    guard let chosen = item.chosen(place) else {
      throw VariantError.noPlace(place, known: item.variants.map(\.place))
    }
    return chosen
  }

  /// What schools chose, of lines that have such a variant and that the county says nothing of.
  static func bySchool(_ db: Database, county: String, items: [CatalogueItem]) throws -> [String: [String:
    String]]
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.org_code, s.id, s.label FROM catalogue_item AS s
        WHERE s.org_code <> ?1 AND s.category = ?2 AND coalesce(s.active, 1) <> 0
          AND NOT EXISTS (SELECT 1 FROM catalogue_item AS c WHERE c.org_code = ?1 AND c.id = s.id)
        """, arguments: [county, category])
    var choices: [String: [String: String]] = [:]
    for row in rows {
      let id: String = row["id"]
      guard items.first(where: { $0.id == id })?.chosen(row["label"]) != nil else { continue }
      choices[row["org_code"], default: [:]][id] = row["label"]
    }
    return choices
  }
}

/// Why a variant could not be chosen; nothing was changed.
package enum VariantError: YiceError, Equatable {
  case noPlace(String, known: [String])
  case noVariants(line: String, known: [String])
  case ownLine(line: String)
  case countyDecides(line: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .countyDecides: .notAllowed
    default: .failed
    }
  }

  package var description: String {
    switch self {
    case .noPlace(let place, let known):
      "应配目录里没有“\(place)”的变体。可用：\(known.joined(separator: "、"))。"
    case .noVariants(let line, let known):
      "应配目录的“\(line)”没有变体。有变体的：\(known.joined(separator: "、"))。"
    case .countyDecides(let line):
      "应配目录的“\(line)”由教育局定，本校照教育局的要求，没有写入。用 yice ledger catalogue 查看现用的要求。"
    case .ownLine(let line):
      "应配目录的“\(line)”已由本单位另定，不再选变体。要改用变体，请先删除：yice remove 文件 应配目录 \(line)。"
    }
  }
}
