internal import YiceStore

/// Numbers for the rows of a roster that has none: worked out from what tells the rows apart, the same at the next import.
///
/// Decision 0134.
struct OwnNumber {
  /// The column with the number.
  let column: String
  /// Columns whose words tell the rows apart, in order.
  let words: [String]
  /// One of these must be there, or the rows are something else: pupils have names too.
  let telling: Set<String>
  /// Names of people stay out of numbers.
  let isPerson: Bool

  /// What numbers of people begin with that were made here.
  static let mark = "自编"

  static func of(_ table: CatalogTable) -> OwnNumber? { all.first { $0.table == table.name }?.number }

  /// Whether the rows of a sheet can be numbered.
  func fits(_ given: Set<String>, _ headings: [String]) -> Bool {
    guard given.contains("name"), !telling.isDisjoint(with: given) else { return false }
    let tidied = Set(headings.map(HeaderMatcher.tidy))
    return !isPerson || tidied.isDisjoint(with: OwnNumber.pupils)
  }

  private static let pupils: Set = ["学籍号", "全国学籍号", "学籍辅号", "班内学号", "学号", "就读方式", "入学方式", "监护人", "监护人姓名"]

  private static let all: [(table: String, number: OwnNumber)] = [
    (
      CatalogTable.teacher.name,
      OwnNumber(
        column: "teacher_no", words: ["name"],
        telling: [
          "stage", "subject", "full_time", "education", "title", "backbone", "certified", "post",
          "training_hours",
        ],
        isPerson: true)
    ),
    (
      CatalogTable.room.name,
      OwnNumber(
        column: "room_no", words: ["building", "name"],
        telling: [
          "building", "category", "purpose", "floor_area", "usable_area", "room_count", "multimedia",
        ],
        isPerson: false)
    ),
    (
      CatalogTable.ground.name,
      OwnNumber(column: "ground_no", words: ["name"], telling: ["area", "category"], isPerson: false)
    ),
    (
      CatalogTable.equipment.name,
      OwnNumber(
        column: "item_no", words: ["name", "model", "bought_on"],
        telling: ["quantity", "value", "unit_price", "category"],
        isPerson: false)
    ),
  ]
}
