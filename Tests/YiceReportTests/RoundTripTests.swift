import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceReport
import YiceStore
import YiceTestSupport

/// A sheet that is exported, edited and read back, while the file goes on.
struct RoundTripTests {
  private let folder = Workdir()
  private let file: YiceFile

  init() throws { file = try SampleFile.school(folder) }

  // MARK: - What a person does

  /// Exports as the command does, one string a cell.
  private func export(_ table: CatalogTable = .teacher, where conditions: [String] = []) throws -> [[String]]
  {
    var query = RecordQuery(table)
    for condition in conditions { try query.add(condition: condition) }
    var export = TableExport(query, file: file.info)
    export.conditions = conditions
    export.withMemory = true
    let path = folder.file("out.csv")
    _ = try file.read { try export.write($0, to: path, as: .csv, encoding: .utf8) }
    let reader = try CSVReader(path: path)
    var sheet: [[String]] = []
    var row = SheetRow()
    while try reader.next(into: &row) { sheet.append(row.cells) }
    return sheet
  }

  private func readBack(
    _ sheet: [[String]], into table: CatalogTable = .teacher, deleteMissing: Bool = false,
    dryRun: Bool = false
  ) throws -> ImportOutcome {
    let sink = MemorySink()
    let writer = try CSVWriter(to: sink)
    for row in sheet { try writer.write(row) }
    try writer.finish()
    try folder.write("back.csv", sink.bytes)
    var importer = Importer(table)
    importer.deleteMissing = deleteMissing
    importer.dryRun = dryRun
    return try importer.run(
      try CSVReader(path: folder.file("back.csv")), into: file, author: SampleFile.author)
  }

  private func column(_ name: String, _ sheet: [[String]]) throws -> Int {
    try #require(sheet[0].firstIndex(of: name))
  }

  private func set(_ number: String, _ column: String, _ value: String) throws {
    let key = RowKey(["2199000001".databaseValue, 2022.databaseValue, number.databaseValue])
    _ = try file.write("set", author: SampleFile.author) {
      try $0.set(.teacher, key, RowValues([column: value.databaseValue]))
    }
  }

  private func remove(_ number: String) throws {
    let key = RowKey(["2199000001".databaseValue, 2022.databaseValue, number.databaseValue])
    try file.write("remove", author: SampleFile.author) { try $0.remove(.teacher, key) }
  }

  private func stored(_ number: String, _ column: String = "subject") throws -> String? {
    try file.read {
      try String.fetchOne($0, sql: "SELECT \(column) FROM teacher WHERE teacher_no = ?", arguments: [number])
    }
  }

  private func conflicts() throws -> Int { try file.read { try ConflictQuery.count($0) } }

  // MARK: - Untouched rows

  @Test func `A sheet that nobody edited changes nothing`() throws {
    for table in [CatalogTable.teacher, .classRoll, .org] {
      let outcome = try readBack(try export(table), into: table)
      #expect(outcome.findings.map(\.description) == [])
      #expect(outcome.same == outcome.rows && outcome.rows > 0 && !outcome.written)
    }
  }

  @Test func `Rows that nobody edited never overwrite what was written since`() throws {
    let sheet = try export()
    try set("001", "subject", "美术")
    try remove("002")
    let outcome = try readBack(sheet)
    #expect(outcome.same == 3 && !outcome.written)
    #expect(try stored("001") == "美术")
    #expect(try stored("002") == nil)
  }

  // MARK: - Edits

  @Test func `An edited cell is written, and only that row gets a new revision`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    let before = try stored("002", "rev")
    let outcome = try readBack(sheet)
    #expect([outcome.changed, outcome.same, outcome.conflicts] == [1, 2, 0])
    #expect(try stored("001") == "音乐")
    #expect(try stored("002", "rev") == before)
  }

  @Test func `A cell that was emptied empties the value`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = ""
    #expect(try readBack(sheet).changed == 1)
    #expect(try stored("001") == nil)
  }

  @Test func `The same edited sheet twice writes once`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    _ = try readBack(sheet)
    let again = try readBack(sheet)
    #expect([again.changed, again.same, again.conflicts] == [0, 3, 0])
  }

  @Test func `Rows sorted otherwise, and columns left out, are still the same rows`() throws {
    let sheet = try export()
    let dropped = try column("最高学历", sheet)
    let turned = ([sheet[0]] + sheet.dropFirst().reversed()).map { row in
      row.enumerated().filter { $0.offset != dropped }.map(\.element)
    }
    let outcome = try readBack(turned)
    #expect([outcome.same, outcome.missing, outcome.errors] == [3, 0, 0])
    #expect(try stored("001", "education") == "本科")
  }

  @Test func `A row added to the sheet is added to the file`() throws {
    var sheet = try export()
    var row = sheet[1]
    row[try column("教师编号", sheet)] = "009"
    row[row.count - 1] = ""
    sheet.append(row)
    let outcome = try readBack(sheet)
    #expect([outcome.new, outcome.same, outcome.missing] == [1, 3, 0])
    #expect(try stored("009") == "体育")
  }

  @Test func `A row copied with its memory and given another number is a new row`() throws {
    var sheet = try export()
    var row = sheet[1]
    row[try column("教师编号", sheet)] = "009"
    sheet.append(row)
    #expect(try readBack(sheet).new == 1)
    #expect(try stored("009") == "体育")
    #expect(try stored("001") == "体育")
  }

  // MARK: - Conflicts

  @Test func `A row edited on the sheet and in the file keeps both versions`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    try set("001", "subject", "美术")
    let outcome = try readBack(sheet)
    #expect([outcome.conflicts, outcome.changed, outcome.same] == [1, 0, 2])
    #expect(outcome.findings.map(\.code) == ["conflict"])
    #expect(try conflicts() == 1)
    let other = try file.read {
      try String.fetchOne($0, sql: "SELECT json_extract(content, '$.subject') FROM sibling")
    }
    #expect(Set([try stored("001"), other]) == ["音乐", "美术"])
    #expect(try readBack(sheet).conflicts == 0, "the same sheet again adds nothing")
    #expect(try conflicts() == 1)
  }

  @Test func `The same edit on both sides is no conflict`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    try set("001", "subject", "音乐")
    let outcome = try readBack(sheet)
    #expect([outcome.conflicts, outcome.same] == [0, 3])
    #expect(try conflicts() == 0)
  }

  @Test func `A conflict is taken back by undo`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    try set("001", "subject", "美术")
    _ = try readBack(sheet)
    _ = try file.write("undo", author: SampleFile.author) { writer in
      try Undo(try Undo.latest(writer.db, of: file.info)).apply(writer)
    }
    #expect(try stored("001") == "美术")
    #expect(try conflicts() == 0)
  }

  @Test func `An edit of a row that waits for a decision does not decide it`() throws {
    var first = try export()
    first[1][try column("任教学科", first)] = "音乐"
    try set("001", "subject", "美术")
    _ = try readBack(first)
    var second = try export()
    second[1][try column("最高学历", second)] = "专科"
    #expect(try readBack(second).changed == 1)
    #expect(try stored("001", "education") == "专科")
    #expect(try conflicts() == 1)
  }

  @Test func `The same new key on both sides with other content is a conflict`() throws {
    var sheet = try export()
    var row = sheet[1]
    row[try column("教师编号", sheet)] = "009"
    row[row.count - 1] = ""
    sheet.append(row)
    try file.write("add", author: SampleFile.author) {
      _ = try $0.add(.teacher, ["teacher_no": "009", "name": "赵强", "stage": "小学"])
    }
    let outcome = try readBack(sheet)
    #expect([outcome.conflicts, outcome.new] == [1, 0])
    #expect(try conflicts() == 1)
  }

  @Test func `A row edited on the sheet and removed from the file returns, and the person is told`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    try remove("001")
    let outcome = try readBack(sheet)
    #expect(outcome.findings.map(\.code) == ["row-returned"])
    #expect(try stored("001") == "音乐")
    #expect(try stored("001", "education") == "本科")
  }

  // MARK: - Rows gone from the sheet

  @Test func `A row deleted on the sheet is listed, and removed only when asked`() throws {
    var sheet = try export()
    sheet.remove(at: 2)
    let listed = try readBack(sheet)
    #expect([listed.missing, listed.removed] == [1, 0])
    #expect(listed.findings.map(\.code) == ["missing-row"])
    #expect(try stored("002") != nil)
    let removed = try readBack(sheet, deleteMissing: true)
    #expect([removed.missing, removed.removed] == [1, 1])
    #expect(try stored("002") == nil)
    #expect(try stored("001") != nil)
  }

  @Test func `Rows outside the exported condition are not missed`() throws {
    try set("002", "subject", "语文")
    var sheet = try export(where: ["任教学科=体育"])
    sheet.remove(at: 1)
    let outcome = try readBack(sheet, deleteMissing: true)
    #expect(outcome.removed == 1)
    #expect(try stored("001") == nil && stored("002") == "语文")
  }

  @Test func `A row deleted on the sheet and changed in the file stays`() throws {
    var sheet = try export()
    sheet.remove(at: 2)
    try set("002", "subject", "美术")
    let outcome = try readBack(sheet, deleteMissing: true)
    #expect(outcome.removed == 0)
    #expect(outcome.findings.map(\.code) == ["missing-changed"])
    #expect(try stored("002") == "美术")
  }

  @Test func `Rows added to the file since the export are not missed`() throws {
    let sheet = try export()
    try file.write("add", author: SampleFile.author) {
      _ = try $0.add(.teacher, ["teacher_no": "010", "name": "赵强", "stage": "小学"])
    }
    let outcome = try readBack(sheet, deleteMissing: true)
    #expect([outcome.missing, outcome.removed] == [0, 0])
    #expect(try stored("010", "name") == "赵强")
  }

  @Test func `Nothing is removed when it is not certain what the file held at the export`() throws {
    var sheet = try export()
    sheet.remove(at: 2)
    // A revision of an earlier time that came in since, as a merge brings it.
    try file.write("merge", author: SampleFile.author) { writer in
      try writer.db.execute(
        sql: """
          INSERT INTO revision (id, org_code, at, role, author, tool, action)
          VALUES (77, '2199000001', '2020-01-01T00:00:00.000Z', 'school', '别人', 'yice', 'set')
          """)
      try writer.save(file.info)
    }
    let outcome = try readBack(sheet, deleteMissing: true)
    #expect(outcome.removed == 0)
    #expect(outcome.findings.map(\.code) == ["missing-unknown"])
    #expect(try stored("002") != nil)
  }

  // MARK: - Refusals

  @Test func `A bad cell keeps the whole sheet out`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    sheet[2][try column("任教学段", sheet)] = "大学"
    let outcome = try readBack(sheet)
    #expect(outcome.errors == 1 && !outcome.written)
    #expect(try stored("001") == "体育")
  }

  @Test func `A sheet of another table is refused by name`() throws {
    let outcome = try readBack(try export(.classRoll), into: .teacher)
    #expect(
      outcome.findings.last?.message.contains("从“班级”导出") == true
        || outcome.findings.contains { $0.code == "other-table" })
    #expect(!outcome.written)
  }

  @Test func `A dry run says what would happen and writes nothing`() throws {
    var sheet = try export()
    sheet[1][try column("任教学科", sheet)] = "音乐"
    let outcome = try readBack(sheet, dryRun: true)
    #expect(outcome.changed == 1 && !outcome.written)
    #expect(try stored("001") == "体育")
  }

  @Test func `The memory of an export survives its own text`() throws {
    let memory = try file.read {
      try SheetMemory(table: .teacher, file: file.info, conditions: ["姓名=王 芳|%20", "备注=　"], $0)
    }
    #expect(!memory.heading.contains { $0.isWhitespace })
    #expect(SheetMemory(heading: memory.heading) == memory)
    #expect(SheetMemory(heading: "行标识") == nil && SheetMemory(heading: "备注") == nil)
    #expect(RowMemory(text: "12 [\"a b\"]") == RowMemory(rev: 12, key: "[\"a b\"]"))
    #expect(RowMemory(text: "王芳") == nil)
  }

  @Test func `A row's memory is read from bytes as from text, or not at all`() {
    func parts(_ text: String) -> RowMemory? {
      var text = text
      return text.withUTF8 { bytes in
        RowMemory.parts(of: bytes).map {
          RowMemory(rev: $0.rev, key: String(decoding: $0.key, as: UTF8.self))
        }
      }
    }
    for rev in [1, 12, 9_007_199_254_740_993, Int64.max] {
      let memory = RowMemory(rev: rev, key: "[\"2133000001\",2022,\"王 1\"]")
      #expect(parts(memory.text) == memory)
    }
    for text in [
      "", " [1]", "12", "+1 [1]", "-1 [1]", "01 [1]", "0x1 [1]", "9223372036854775808 [1]", "１ [1]",
    ] {
      #expect(parts(text) == nil, "\(text)")
    }
  }
}
