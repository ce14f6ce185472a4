internal import YiceStore

/// Kinds of rooms, grounds and equipment by what they are called, for lists that have no column for the kind. Nothing
/// unknown counts towards a figure.
///
/// Decisions 0134, 0177.
struct NamedCategory: Sendable {
  /// What a name says of the kind.
  enum Kind: Equatable, Sendable {
    case known(String)
    /// No equipment at all, but what an asset list holds beside it; kept under the kind of what does not count, and told.
    case beside(AssetClass)
  }

  /// Columns whose words tell, the first that has one of them.
  let columns: [String]
  /// Where no word is known; told.
  let otherwise: String
  private let read: @Sendable ([String], AssetClass?) -> Kind?

  static func of(_ table: CatalogTable) -> NamedCategory? { all[table.name] }

  private static let all: [String: NamedCategory] = [
    CatalogTable.room.name: NamedCategory(columns: ["purpose", "name"], otherwise: "其他用房") { texts, _ in
      RoomMeaning.category(texts).map(Kind.known)
    },
    CatalogTable.ground.name: NamedCategory(columns: ["name", "purpose"], otherwise: "其他场地") { texts, _ in
      texts.lazy.compactMap(GroundWords.kind).first.map(Kind.known)
    },
    CatalogTable.equipment.name: NamedCategory(columns: ["name", "purpose"], otherwise: "其他设备") {
      EquipmentWords.kind($0, $1)
    },
  ]

  /// - Parameter assets: what the cells of columns with the class of an asset say, those of a list of fixed assets.
  /// - Returns: nil where no word is known.
  func kind(_ texts: [String], assets: [String] = []) -> Kind? {
    let known = assets.lazy.compactMap(AssetClass.of).first
    return read(texts.filter { !$0.isEmpty } + assets, known)
  }
}
