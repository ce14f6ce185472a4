import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// 任教学科 as schools write it. Decision 0176.
@Suite struct SubjectTests {
  private func subject(_ written: String) throws -> (stored: String?, outcome: ImportOutcome) {
    let desk = try Desk()
    let outcome = try desk.take("教师编号,姓名,任教学科\nT1,王芳,\(written)\n", into: .teacher)
    return (try desk.value("SELECT subject FROM teacher"), outcome)
  }

  @Test(
    "the word that is meant is stored",
    arguments: [
      ("体 育", "体育"), ("体育课", "体育"), ("小学体育", "体育"), ("初中体育教师", "体育"), ("體育", "体育"), ("PE", "体育"),
      ("体育组", "体育"),
      ("体育与 健康", "体育与健康"), ("音乐教师", "音乐"), ("音樂", "音乐"), ("美术（书法）", "美术"), ("道法", "道德与法治"), ("语文", "语文"),
      ("科学", "科学"),
      ("七年级数学", "数学"),
    ])
  func understood(_ written: String, _ stored: String) throws {
    let found = try subject(written)
    #expect(found.stored == stored)
    #expect(!found.outcome.codes.contains("not-understood"))
  }

  @Test(
    "several subjects or an unknown one stay as written, and the place is told",
    arguments: ["音体美", "体育/美术", "体育、数学", "舞蹈"])
  func told(_ written: String) throws {
    let found = try subject(written)
    #expect(found.stored == written)
    #expect(found.outcome.errors == 0 && found.outcome.codes.contains("not-understood"))
    #expect(
      found.outcome.texts.contains { $0.contains("第 2 行") && $0.contains(written) && $0.contains("请写成那一门") })
  }

  @Test("rows are asked for by what stands in them, also what an older version stored")
  func asked() throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名,任教学科\nT1,王芳,体育\nT2,李明,音体美\n", into: .teacher)
    try desk.file.withConnection { db in
      try db.execute(sql: "UPDATE teacher SET subject = '小学体育' WHERE teacher_no = 'T1'")
      func rows(_ condition: String) throws -> Int {
        var query = RecordQuery(.teacher)
        try query.add(condition: condition)
        return try query.count(db)
      }
      #expect(try rows("任教学科=小学体育") == 1)
      #expect(try rows("任教学科=音体美") == 1)
      #expect(try rows("任教学科=体育") == 0)
      #expect(try rows("任教学科=") == 0)
    }
  }
}
