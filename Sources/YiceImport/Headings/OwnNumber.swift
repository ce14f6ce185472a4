internal import YiceStore

/// Numbers for the rows of a roster that has none: worked out from what tells the rows apart, the same at the next import.
///
/// Decision 0134.
struct OwnNumber {
  /// The column with the number.
  let column: String
  /// The column with the name, by which a row that the file has is known.
  let name: String
  /// Columns whose words tell the rows apart, in order; the last is the name.
  let words: [String]
  /// One of these must be there, or the rows are something else: pupils have names too.
  let telling: Set<String>
  let form: Form
  /// A row of that name that the file has is this one, whatever its number.
  let isKnownByName: Bool

  enum Form {
    /// The words themselves.
    case words
    /// Names of people stay out of numbers.
    case person
    /// As the program gives numbers itself, but the same for the same words.
    case random
    /// That of the teacher of that name; nobody gets one here.
    case teacher
  }

  init(
    column: String, name: String = "name", words: [String], telling: Set<String>, form: Form = .words,
    isKnownByName: Bool = false
  ) {
    self.column = column
    self.name = name
    self.words = words
    self.telling = telling
    self.form = form
    self.isKnownByName = isKnownByName
  }

  /// What numbers of people begin with that were made here.
  static let mark = "自编"

  /// 199005 of 1990-05-17, 1990.5, 1990年5月 and 199005: people are told apart by it, however it is written.
  static func month(_ birth: String) -> String {
    if let date = DateText.normalized(birth) ?? DateText.endOfMonth(birth) {
      return String(date.filter(\.isNumber).prefix(6))
    }
    return String(birth.filter(\.isNumber).prefix(6))
  }

  static func of(_ table: CatalogTable) -> OwnNumber? { all.first { $0.table == table.name }?.number }

  /// Whether the rows of a sheet can be numbered.
  func fits(_ given: Set<String>, _ headings: [String]) -> Bool {
    guard given.contains(name), !telling.isDisjoint(with: given) else { return false }
    let tidied = Set(headings.map(HeaderMatcher.tidy))
    return form != .person || tidied.isDisjoint(with: OwnNumber.pupils)
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
        form: .person, isKnownByName: true)
    ),
    (
      CatalogTable.room.name,
      OwnNumber(
        column: "room_no", words: ["building", "name"],
        telling: [
          "building", "category", "purpose", "floor_area", "usable_area", "room_count", "multimedia",
        ])
    ),
    (
      CatalogTable.ground.name,
      OwnNumber(column: "ground_no", words: ["name"], telling: ["area", "category"])
    ),
    (
      CatalogTable.equipment.name,
      OwnNumber(
        column: "item_no", words: ["name", "model", "bought_on"],
        telling: ["quantity", "value", "unit_price", "category"])
    ),
    (
      // Lines that the program wrote have the catalogue's numbers, which no sheet has.
      CatalogTable.standardizationItem.name,
      OwnNumber(
        column: "item_id", name: "item", words: ["category", "item"],
        telling: ["required", "actual", "measure", "project", "money", "due_on", "state"], form: .random,
        isKnownByName: true)
    ),
    (
      CatalogTable.exchange.name,
      OwnNumber(
        column: "teacher_no", words: ["name"],
        telling: ["kind", "from_school", "to_school", "from_on", "to_on", "period_text"], form: .teacher,
        isKnownByName: true)
    ),
    (
      CatalogTable.training.name,
      OwnNumber(
        column: "teacher_no", words: ["name"], telling: ["hours"], form: .teacher, isKnownByName: true)
    ),
  ]
}
