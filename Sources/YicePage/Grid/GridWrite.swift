internal import YiceFormats
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// Writes what was typed: cells of the grid, or one row's form.
enum GridWrite {
  static func answer(_ visit: Visit, _ word: String) throws -> HTTPResponse {
    let file = try visit.open(for: .write)
    guard let table = TableCatalog.tables.first(where: { $0.name == word }) else {
      throw RecordError.unknownTable(word)
    }
    let schools = try file.info.role.isOneSchool ? nil : file.read { try SchoolDirectory($0) }
    let block = BlockWrite(table, try lines(visit.form, table, schools))
    let results = try file.write("edit", author: visit.server.author) { try block.apply($0) }
    guard visit.wantsJSON else { return try RowForm.written(visit, block, results, file) }
    return Answers.json(
      .object([("lines", .array(zip(block.lines, results).map(json)))] + (try Steps.json(file))))
  }

  /// `row`, `version` and `c.COLUMN` …, row after row.
  private static func lines(_ form: FormFields, _ table: CatalogTable, _ schools: SchoolDirectory?) throws
    -> [BlockWrite.Line]
  {
    var lines: [BlockWrite.Line] = []
    for (name, value) in form.list {
      if name == "row" {
        lines.append(BlockWrite.Line(key: value.isEmpty ? nil : value))
        continue
      }
      guard !lines.isEmpty else { continue }
      let last = lines.count - 1
      switch name {
      case "version": lines[last].version = value
      case "remove": lines[last].isRemoval = value == "1"
      case let name where name.hasPrefix("c."):
        let word = String(name.dropFirst(2))
        guard let column = table.columns.first(where: { $0.name == word }) else {
          throw RecordError.unknownColumn(table: table.label, word: word)
        }
        // A bureau names a school as people do; what names none is for the parser to refuse.
        let code = column.type == .orgCode && !OrgCode.isValid(value) ? try? schools?.code(of: value) : nil
        // Forms send the lines of a text with a return each.
        lines[last].cells.append((column, code ?? value.replacing("\r\n", with: "\n")))
      default: break
      }
    }
    guard !lines.isEmpty else { throw PageProblem.badRequest("row") }
    return lines
  }

  private static func json(_ line: BlockWrite.Line, _ result: BlockWrite.Result) -> JSONValue {
    func words(_ list: [String: String]) -> JSONValue {
      .object(list.sorted { $0.key < $1.key }.map { ($0.key, .string(PlaceWords.of($0.value))) })
    }
    return .object([
      ("row", result.row.map(GridPlace.json) ?? .null), ("written", .bool(result.wasWritten)),
      ("removed", .bool(line.isRemoval && result.wasWritten)), ("problems", words(result.problems)),
      ("remarks", words(result.remarks)),
      ("refusal", result.refusal.map { .string(PlaceWords.of($0)) } ?? .null),
      (
        "clash",
        result.clash.map { clash in
          .object([
            ("author", clash.author.map { .string($0) } ?? .null),
            ("at", clash.at.map { .string(Moment.local($0)) } ?? .null),
          ])
        } ?? .null
      ),
    ])
  }
}
