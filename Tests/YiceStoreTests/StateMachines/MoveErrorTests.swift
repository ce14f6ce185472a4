import GRDB
import Testing
import YiceModel
import YiceStore

@Suite struct MoveErrorTests {
  private let key = RowKey([LedgerFile.school.databaseValue, "Z1".databaseValue])

  private func rectification(_ role: Role, _ more: RowValues = [:]) throws -> LedgerFile {
    let ledger = try LedgerFile(role)
    var values: RowValues = [
      "org_code": LedgerFile.school, "id": "Z1", "source": "自查", "problem": "缺音乐教室", "found_on": "2022-09-10",
      "state": "整改中",
    ]
    for (column, value) in more.values { values.set(column, value) }
    try ledger.write { try $0.add(.rectification, values) }
    return ledger
  }

  private func complaint(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was refused"
    } catch { return "\(error)" }
  }

  @Test("a move that lacks something says all that is missing")
  func missing() throws {
    let ledger = try rectification(.school)
    let said = complaint { try ledger.write { _ = try $0.set(.rectification, key, ["state": "待核验"]) } }
    #expect(
      said == """
        “整改清单” 2199000001/Z1 ：要成为“待核验”还缺：完成日期；佐证材料（填写说明，或用 yice evidence add 附上文件）。没有写入。
        """)
  }

  @Test("striking off by a school is refused with who may, and keeps the verifier's name out of the message")
  func notYours() throws {
    let ledger = try rectification(.school, ["done_on": "2022-10-01", "evidence": "照片", "state": "待核验"])
    let said = complaint {
      try ledger.write {
        _ = try $0.set(
          .rectification, key, ["state": "已销号", "struck_on": "2022-10-08", "verifier": "王芳"])
      }
    }
    #expect(said == "“整改清单” 2199000001/Z1 ：从“待核验”改为“已销号”由教育局和督查办理，学校文件里不能改。没有写入。")
  }

  @Test("a move over a state says which moves there are")
  func noSuchMove() throws {
    let ledger = try rectification(.county)
    let said = complaint { try ledger.write { _ = try $0.set(.rectification, key, ["state": "已销号"]) } }
    #expect(said == "“整改清单” 2199000001/Z1 ：状态不能从“整改中”改为“已销号”。现在可以改为：待核验。没有写入。")
  }

  @Test("dates before their predecessor are refused, whichever of the two is written")
  func dates() throws {
    let ledger = try rectification(.school)
    for values: RowValues in [
      ["due_on": "2022-09-09"], ["done_on": "2022-09-01"],
      ["found_on": "2023-01-01", "due_on": "2022-12-31"],
    ] {
      #expect(throws: MoveError.self) { try ledger.write { _ = try $0.set(.rectification, key, values) } }
    }
    #expect(throws: Never.self) {
      try ledger.write { _ = try $0.set(.rectification, key, ["due_on": "2022-09-10"]) }
    }
    let late = complaint {
      try ledger.write {
        _ = try $0.add(
          .rectificationProgress, ["rectification_id": "Z1", "reported_on": "2022-09-01", "progress": "已采购"])
      }
    }
    #expect(late.contains("“日期”不能早于该问题的“检查日期”"))
  }

  @Test("a school fills in neither the verifier nor the date of striking off")
  func guarded() throws {
    let ledger = try rectification(.school)
    let said = complaint { try ledger.write { _ = try $0.set(.rectification, key, ["verifier": "王芳"]) } }
    #expect(said == "“整改清单” 2199000001/Z1 ：“核验人”由教育局和督查填写，学校文件里不能改。没有写入。")
  }

  @Test("of an order from above a school changes its answer and nothing else")
  func answers() throws {
    let ledger = try LedgerFile(.school)
    try ledger.plant(
      .rectification,
      ["org_code": LedgerFile.school, "id": "Z1", "source": "县检", "problem": "缺音乐教室", "state": "待整改"])
    try ledger.write { _ = try $0.set(.rectification, key, ["state": "整改中", "measure": "改建"]) }
    #expect(throws: YiceStore.RecordError.self) {
      try ledger.write { _ = try $0.set(.rectification, key, ["due_on": "2030-01-01"]) }
    }
    #expect(throws: YiceStore.RecordError.self) { try ledger.write { try $0.remove(.rectification, key) } }
  }

  @Test("a school removes its own finding while it is 待整改, and no later")
  func removal() throws {
    let ledger = try rectification(.school)
    let said = complaint { try ledger.write { try $0.remove(.rectification, key) } }
    #expect(said.contains("状态是“整改中”，学校文件里不能删除"))
    let early = try rectification(.school, ["state": "待整改"])
    #expect(throws: Never.self) { try early.write { try $0.remove(.rectification, key) } }
  }

  @Test("undo is no way round: a move is taken back by the side that made it")
  func undo() throws {
    let ledger = try rectification(.school, ["done_on": "2022-10-01", "evidence": "照片", "state": "待核验"])
    let own = try ledger.write { writer in
      _ = try writer.set(.rectification, key, ["state": "整改中"])
      return writer.rev
    }
    try ledger.write { try Undo(own).apply($0) }
    #expect(try ledger.text("SELECT state FROM rectification") == "待核验")
    let theirs = try ledger.write { writer in
      _ = try writer.set(.rectification, key, ["state": "整改中"])
      return writer.rev
    }
    try ledger.file.withConnection {
      try $0.execute(sql: "UPDATE revision SET role = 'county' WHERE id = \(theirs)")
    }
    #expect(throws: MoveError.undoOfOthers(table: "整改清单", role: "学校")) {
      try ledger.write { try Undo(theirs).apply($0) }
    }
  }

  @Test("the history says who moved an entry, when, from what")
  func history() throws {
    let ledger = try rectification(.school)
    try ledger.write {
      _ = try $0.set(.rectification, key, ["state": "待核验", "done_on": "2022-10-01", "evidence": "照片"])
    }
    let versions = try ledger.file.read { try HistoryQuery.versions($0, .rectification, key) }
    #expect(versions.map(\.entry.author) == ["某"])
    #expect(versions.first?.before.contains(#""state":"整改中""#) == true)
  }
}
