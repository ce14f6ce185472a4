internal import GRDB
internal import YiceStandards
internal import YiceStore

/// The texts by which a file's rooms are known, put into table `word` under the lists that they mean: the SQL then asks for
/// a row's text as it does for any word of the standard. Decision 0177.
enum RoomTexts {
  /// Of the schools and the year asked for; after SQL/10 is filled.
  /// - Throws: `DatabaseError`.
  static func fill(_ db: Database, _ rule: RegisterRule) throws {
    let insert = try db.makeStatement(sql: "INSERT OR IGNORE INTO word VALUES (?, '', ?)")
    func add(_ list: String, _ text: String) throws { try insert.execute(arguments: [list, text]) }

    let purposes = try distinct(db, "purpose", where: "r.purpose <> ''")
    for purpose in purposes where RoomWords.meaning(purpose).isVague { try add(RoomUse.Told.vague, purpose) }
    let names = try distinct(
      db, "name",
      where: """
        r.name <> '' AND (coalesce(r.purpose, '') = ''
          OR r.purpose IN (SELECT w.word FROM word AS w WHERE w.list = '\(RoomUse.Told.vague)'))
        """)
    let lists = RoomUse.lists.map { ($0, RoomList(rule.lists[$0] ?? [])) }
    let isNumbered = RoomUse.lists.flatMap { rule.lists[$0] ?? [] }.contains {
      $0.contains(where: \.isNumber)
    }
    var known: [[UInt8]: [String]] = [:]
    for text in Set(purposes).union(names) {
      let key = isNumbered ? Array(text.utf8) : withoutNumbers(text)
      let told = known[key] ?? meant(text, lists)
      known[key] = told
      for list in told { try add(list, text) }
    }
  }

  /// The lists of table `word` that a text belongs to.
  private static func meant(_ text: String, _ lists: [(name: String, list: RoomList)]) -> [String] {
    let meaning = RoomWords.meaning(text)
    var told: [String] = []
    for (name, list) in lists {
      switch list.answer(text, meaning) {
      case .counts: return lists.filter { $0.list.answer(text, meaning) == .counts }.map(\.name)
      case .doubtful: told.append(RoomUse.Told.doubtful(name))
      case .other: break
      }
    }
    if meaning.isVoid { told.append(RoomUse.Told.unknown) }
    if meaning.sharesArts { told.append(RoomUse.Told.shared) }
    if !meaning.isUnderstood, !meaning.isWeak { told.append(RoomUse.Told.vagueSpecial) }
    return told
  }

  /// Rooms that differ by their numbers mean the same: 301音乐教室, 302音乐教室. A number beside a letter may be a word: 3D.
  private static func withoutNumbers(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    guard !bytes.contains(where: isLetter) else { return bytes }
    return bytes.reduce(into: []) { key, byte in
      let number = (0x30...0x39).contains(byte)
      if !number { key.append(byte) } else if key.last != 0x30 { key.append(0x30) }
    }
  }

  private static func distinct(_ db: Database, _ column: String, where condition: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT r.\(column) FROM school AS s CROSS JOIN chosen_year AS y
        JOIN room AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
        WHERE \(condition)
        """)
  }
}
