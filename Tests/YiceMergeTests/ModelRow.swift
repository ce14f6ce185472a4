import GRDB
import YiceModel
import YiceStore

/// A key of the model, and the row that stands for it in a real file.
struct ModelRow: Hashable {
  /// `reg`, `pol`, `tsk`, `opi`, `rec` or `pro`.
  let kind: String
  let org: String
  let id: String

  /// The key as the model writes it.
  var name: String { "\(kind)/\(org)/\(id)" }

  static let codes = [
    "C": "990101", "D": "990102", "E": "880001", "Y": "990100", "Z": "880000",
    "S1": "2199000001", "S2": "2199000002", "S3": "2199000003",
  ]
  static let orgs = Dictionary(uniqueKeysWithValues: codes.map { ($1, $0) })
  static let county = ["S1": "C", "S2": "C", "S3": "D", "C": "C", "D": "D"]

  static let tables: [String: CatalogTable] = [
    "reg": .room, "pol": .policy, "tsk": .task, "opi": .opinion, "rec": .rectification,
    "pro": .rectificationProgress,
  ]
  static let kinds = Dictionary(uniqueKeysWithValues: tables.map { ($1.name, $0) })
  private static let states = ["T": "待整改", "Z": "整改中", "H": "待核验", "X": "已销号", "B": "退回"]
  private static let letters = Dictionary(uniqueKeysWithValues: states.map { ($1, $0) })

  var table: CatalogTable { ModelRow.tables[kind] ?? .room }
  var code: String { ModelRow.codes[org] ?? org }

  var key: RowKey {
    kind == "reg"
      ? RowKey([code.databaseValue, 2022.databaseValue, id.databaseValue])
      : RowKey([code.databaseValue, id.databaseValue])
  }

  /// All columns outside the key, for a content of the model.
  func values(_ content: String) -> RowValues {
    switch kind {
    case "reg": return ["category": "教室", "floor_area": Double(content) ?? 0]
    case "pol": return ["title": content]
    case "tsk": return ["task": content]
    case "opi":
      return [
        "subject_table": "room", "subject_key": "\(code)/2022/a", "judgement": "疑问", "text": content,
        "given_on": "2022-10-01",
      ]
    case "pro": return ["rectification_id": "o1", "reported_on": "2022-10-08", "progress": content]
    default:
      let parts = content.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let state = parts.count == 3 ? ModelRow.states[parts[2]] ?? "" : ""
      let isStruck = state == "已销号"
      // What any state may need stands in every row, so that a move is a question of who makes it.
      return [
        "source": id.hasPrefix("o") ? "县检" : "自查", "problem": parts.first ?? "", "state": state,
        "measure": parts.count == 3 ? parts[1] : "", "done_on": "2022-10-01", "evidence": "照片",
        "struck_on": isStruck ? "2022-10-03" : nil as String?, "verifier": isStruck ? "某督学" : nil as String?,
      ]
    }
  }

  /// The same with the columns that are empty.
  func all(_ content: String) -> RowValues {
    var all = values(content)
    for column in table.columns where !table.key.contains(column.name) && !all.gives(column.name) {
      all.set(column.name, column.emptyAllowedInKey ? "".databaseValue : DatabaseValue.null)
    }
    return all
  }

  /// The other way, from the columns that `contentSQL` reads.
  static func content(_ kind: String, _ text: String) -> String {
    guard kind == "rec" else { return text }
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return text }
    return "\(parts[0])|\(parts[1])|\(letters[parts[2]] ?? parts[2])"
  }

  /// What the model calls the content, as SQL; `column` gives the SQL of one column.
  static func contentSQL(_ kind: String, _ column: (String) -> String) -> String {
    switch kind {
    case "reg": "CAST(CAST(\(column("floor_area")) AS INTEGER) AS TEXT)"
    case "pol": column("title")
    case "tsk": column("task")
    case "opi": column("text")
    case "pro": column("progress")
    default: "\(column("problem")) || '|' || \(column("measure")) || '|' || \(column("state"))"
    }
  }
}
