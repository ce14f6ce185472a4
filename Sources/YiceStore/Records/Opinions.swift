internal import GRDB
package import YiceModel

/// Opinions of inspectors and the bureau, their answers, and their end.
package enum Opinions {
  package enum Problem: YiceError, Equatable {
    case unknown(String)
    case otherSide(id: String, side: String)

    package var exitStatus: ExitStatus {
      switch self {
      case .unknown: .failed
      case .otherSide: .notAllowed
      }
    }

    package var description: String {
      switch self {
      case .unknown(let id): "没有编号为“\(id)”的意见。用 yice opinions 文件 查看。"
      case .otherSide(let id, let side): "意见 \(id) 由\(side)提出，只能由\(side)关闭。可以用 yice reply 答复。"
      }
    }
  }

  /// - Returns: the opinion's id.
  /// - Throws: `RecordError`.
  package static func give(
    _ writer: RevisionWriter, _ table: CatalogTable, _ key: RowKey, column: String?, judgement: String,
    text: String?, by author: Author
  ) throws -> String {
    guard let row = try writer.fetch(table, key) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    let org: String = row["org_code"]
    let (_, judged) = try Assignment.parse("judgement=\(judgement)", in: .opinion)
    var values = RowValues([
      "org_code": org.databaseValue, "subject_table": table.name.databaseValue,
      "subject_key": key.subject.databaseValue, "judgement": judged, "text": text.databaseValue,
      "given_by": author.name.databaseValue, "given_on": Moment.today().databaseValue,
    ])
    if let side = side(writer.file.role) { values.set("side", side.databaseValue) }
    if let word = column {
      guard let column = table.column(word) else {
        throw RecordError.unknownColumn(table: table.label, word: word)
      }
      values.set("subject_column", column.name.databaseValue)
    }
    let added = try writer.add(.opinion, values)
    return added.values.last.flatMap { String.fromDatabaseValue($0) } ?? ""
  }

  /// - Throws: `Problem.unknown`, `RecordError`.
  package static func reply(_ writer: RevisionWriter, to id: String, text: String, by author: Author) throws {
    let opinion = try find(writer, id)
    try writer.add(
      .opinionReply,
      RowValues([
        "org_code": (opinion["org_code"] as String).databaseValue, "opinion_id": id.databaseValue,
        "text": text.databaseValue, "replied_by": author.name.databaseValue,
        "replied_on": Moment.today().databaseValue,
      ]))
  }

  /// Only the side that gave the opinion may close it.
  /// - Throws: `Problem`, `RecordError`.
  package static func close(_ writer: RevisionWriter, _ id: String) throws {
    let opinion = try find(writer, id)
    if let side: String = opinion["side"], side != Opinions.side(writer.file.role) {
      throw Problem.otherSide(id: id, side: side)
    }
    let key = RowKey([(opinion["org_code"] as String).databaseValue, id.databaseValue])
    try writer.set(.opinion, key, RowValues(["closed": 1.databaseValue]))
  }

  private static func side(_ role: Role) -> String? { role == .school ? nil : role.label }

  private static func find(_ writer: RevisionWriter, _ id: String) throws -> Row {
    guard let row = try Row.fetchOne(writer.db, sql: "SELECT * FROM opinion WHERE id = ?", arguments: [id])
    else {
      throw Problem.unknown(id)
    }
    return row
  }
}
