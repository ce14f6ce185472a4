import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("a row under another key")
struct RekeyTests {
  private let workdir = Workdir()

  @Test("it keeps all its values, the old key's row stands in the history, and one undo gives it back")
  func moves() throws {
    let file = try makeSchool(in: workdir)
    try file.addTeacher()
    try file.revise { try $0.set(.teacher, try file.key("T001"), ["education": "本科", "subject": "语文"]) }
    let revision = try file.revise { writer in
      let key = try writer.rekey(.teacher, try file.key("T001"), ["teacher_no": "T010"])
      #expect(key.text == "2133000001/2022/T010")
    }
    #expect(
      try file.value("SELECT group_concat(teacher_no || education || subject) FROM teacher") == "T010本科语文")
    let lines = try file.read(changes).filter { $0.rev == revision }
    #expect(lines.map(\.kind) == ["delete"])
    _ = try Undo.run(file, revision: revision, author: .tester)
    #expect(
      try file.value("SELECT group_concat(teacher_no || education || subject) FROM teacher") == "T001本科语文")
    try file.expectKnownRows()
  }

  @Test("a key that is there is refused, and so is a row of another school or year; nothing is written")
  func refusals() throws {
    let file = try makeSchool(in: workdir)
    try file.addTeacher()
    try file.addTeacher("T002")
    let before: String? = try file.value("SELECT group_concat(teacher_no || rev) FROM teacher")
    #expect(throws: RekeyProblem.taken(table: "教师", row: "2133000001/2022/T002")) {
      try file.revise { _ = try $0.rekey(.teacher, try file.key("T001"), ["teacher_no": "T002"]) }
    }
    for (column, value) in [("school_year", 2023.databaseValue), ("org_code", "2133000002".databaseValue)] {
      #expect(
        throws: RecordError.keyColumn(table: "教师", column: CatalogTable.teacher.column(column)?.label ?? "")
      ) {
        try file.revise { _ = try $0.rekey(.teacher, try file.key("T001"), [column: value]) }
      }
    }
    #expect(try file.value("SELECT group_concat(teacher_no || rev) FROM teacher") == before)
  }

  @Test(
    "a row that others name keeps its key, and they are told; a teacher of two years is still there in the other"
  )
  func hanging() throws {
    let file = try makeSchool(in: workdir)
    try file.addTeacher()
    try file.addTeacher("T002")
    try file.revise { writer in
      try writer.add(.training, ["year": 2022, "teacher_no": "T001", "hours": 72])
      try writer.add(
        .teacher, ["school_year": 2021, "teacher_no": "T002", "name": "李明", "stage": "小学", "full_time": true])
      try writer.add(.training, ["year": 2022, "teacher_no": "T002", "hours": 72])
    }
    #expect(throws: RekeyProblem.hanging(table: "教师", row: "2133000001/2022/T001", by: ["教师培训 1 行"])) {
      try file.revise { _ = try $0.rekey(.teacher, try file.key("T001"), ["teacher_no": "T010"]) }
    }
    try file.revise { _ = try $0.rekey(.teacher, try file.key("T002"), ["teacher_no": "T020"]) }
    try workdir.write("证书.txt", "证书")
    try file.revise { writer in
      _ = try EvidenceStore.add(
        workdir.file("证书.txt"), to: .teacher, try file.key("T020"), note: nil, on: "2022-10-01", writer)
    }
    #expect(throws: RekeyProblem.hanging(table: "教师", row: "2133000001/2022/T020", by: ["佐证材料 1 行"])) {
      try file.revise { _ = try $0.rekey(.teacher, try file.key("T020"), ["teacher_no": "T021"]) }
    }
  }
}
