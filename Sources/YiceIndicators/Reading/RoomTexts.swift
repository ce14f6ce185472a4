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
    for text in Set(purposes).union(names) {
      let meaning = RoomWords.meaning(text)
      var counts = false
      for (name, list) in lists {
        switch list.answer(text, meaning) {
        case .counts:
          counts = true
          try add(name, text)
        case .doubtful: try add(RoomUse.Told.doubtful(name), text)
        case .other: break
        }
      }
      guard !counts else { continue }
      if meaning.isVoid { try add(RoomUse.Told.unknown, text) }
      if meaning.sharesArts { try add(RoomUse.Told.shared, text) }
      if !meaning.isUnderstood, !meaning.isWeak { try add(RoomUse.Told.vagueSpecial, text) }
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
