internal import YiceStore

/// 校区 and 楼栋 that only lines above the rows name: 东校区, 一、教学楼, 综合楼：. Decision 0189.
struct PlacesAbove {
  private struct Kind {
    let column: String
    let endings: [String]
    let names: Set<String>
  }

  private struct Place {
    let kind: Kind
    let label: String
    /// Where the table has such a column, and the sheet has none.
    let slot: Int?
    var word: String?
  }

  private static let campus = Kind(
    column: "campus", endings: ["校区", "分校", "校部", "教学点"], names: ["本部", "校本部", "分部", "总校", "新校", "老校"])
  private static let building = Kind(
    column: "building", endings: ["楼", "馆", "栋", "幢", "座", "楼房", "平房"], names: [])
  private static let longest = 12

  /// From the widest to the narrowest.
  private var places: [Place]

  /// - Parameters:
  ///   - isRoom: the rows are rooms, which are in buildings.
  ///   - holdsThings: the rows are things, whose names are none of places.
  ///   - slot: the place of a column that the sheet does not have.
  init(isRoom: Bool, holdsThings: Bool, slot: (String) -> Int?) {
    let kinds = isRoom ? [PlacesAbove.campus, PlacesAbove.building] : holdsThings ? [PlacesAbove.campus] : []
    places = kinds.map { kind in
      Place(kind: kind, label: CatalogTable.room.column(kind.column)?.label ?? "", slot: slot(kind.column))
    }
  }

  /// Columns that such lines may fill in.
  static func columns(of table: CatalogTable) -> [String] {
    table.name == CatalogTable.room.name ? [campus.column, building.column] : []
  }

  /// Whether a line that stands alone, tidied as headings are, names such a place.
  func names(_ text: String) -> Bool { places.contains { PlacesAbove.name(text, $0.kind) != nil } }

  /// Keeps the place that a line names for the rows below it.
  ///
  /// - Returns: nil where it names none; what such a place is called, and whether there is a column for it.
  mutating func take(_ text: String) -> (label: String, isKept: Bool)? {
    guard let index = places.firstIndex(where: { PlacesAbove.name(text, $0.kind) != nil }) else { return nil }
    places[index].word = PlacesAbove.name(text, places[index].kind)
    // Another campus has other buildings.
    for narrower in places.indices where narrower > index { places[narrower].word = nil }
    return (places[index].label, places[index].slot != nil)
  }

  /// What the lines above a row say.
  var filled: [(slot: Int, word: String)] {
    places.compactMap { place in
      guard let slot = place.slot, let word = place.word else { return nil }
      return (slot, word)
    }
  }

  private static func name(_ text: String, _ kind: Kind) -> String? {
    var name = SheetWords.withoutNumber(text)
    while let last = name.last, ":：".contains(last) { name.removeLast() }
    guard (2...longest).contains(name.count) else { return nil }
    return kind.names.contains(String(name)) || kind.endings.contains(where: name.hasSuffix)
      ? String(name) : nil
  }
}
