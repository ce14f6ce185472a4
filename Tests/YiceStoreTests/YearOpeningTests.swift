import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("opening a school year")
struct YearOpeningTests {
  private let workdir = Workdir()
  private let author = Author("测试")
  private let stages = StageSystem([.kindergarten: 3, .primary: 6, .junior: 3, .senior: 3])

  private func file() throws -> YiceFile {
    let info = FileInfo(
      role: .school, orgCode: "2199000001", orgName: "一小", countyCode: "990101", schoolYear: 2022)
    let file = try YiceFile.create(workdir.file("a.db"), info: info, author: author)
    try file.withConnection { db in
      for (stage, entry, grade) in [
        ("小学", 2022, 1), ("小学", 2017, 6), ("初中", 2020, 9), ("初中", 2021, 8), ("幼儿", 2020, 0), ("幼儿", 2021, 0),
      ] {
        try db.execute(
          sql: """
            INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, grade, head_count, counted_on)
            VALUES ('2199000001', 2022, ?, ?, 1, ?, 40, '2022-09-01')
            """, arguments: [stage, entry, grade])
      }
      try db.execute(
        sql: """
          INSERT INTO teacher (org_code, school_year, teacher_no, name, rotated) VALUES ('2199000001', 2022, 'T1', '王', 1);
          INSERT INTO room (org_code, school_year, room_no, category) VALUES ('2199000001', 2022, 'F1', '教室');
          INSERT INTO room (org_code, school_year, room_no, category, note) VALUES ('2199000001', 2023, 'F1', '教室', '已核对');
          """)
    }
    return file
  }

  private func open(_ file: YiceFile, commit: Bool = true) throws -> YearOpening.Outcome {
    try file.write("year", author: author, commit: commit) {
      try YearOpening(from: 2022, to: 2023, stages: stages).run($0)
    }
  }

  @Test("classes move up and keep their identity; those that have done their years stay behind; all is 待确认")
  func classes() throws {
    let file = try file()
    #expect(try open(file).graduated == 3)
    let rows = try YiceFile.open(workdir.file("a.db")).read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM class_roll WHERE school_year = 2023 ORDER BY stage, entry_year")
    }
    let words = rows.map { row -> String in
      let stage: String = row["stage"]
      let entry: Int = row["entry_year"]
      let grade: Int = row["grade"]
      return "\(stage) \(entry) \(grade)"
    }
    #expect(Set(words) == ["初中 2021 9", "小学 2022 2", "幼儿 2021 0"])
    for row in rows {
      #expect(row["pending"] == 1)
      #expect((row["counted_on"] as String?) == nil)
      #expect((row["rev"] as Int64) != 0)
    }
  }

  @Test("rows that the new year has already are left alone, and opening twice changes nothing")
  func again() throws {
    let file = try file()
    let first = try open(file)
    #expect(first.tables.first { $0.label == "用房" }?.carried == 0)
    let (note, rotated) = try file.read { db in
      (
        try String.fetchOne(db, sql: "SELECT note FROM room WHERE school_year = 2023"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM teacher WHERE school_year = 2023 AND rotated IS NULL")
      )
    }
    #expect(note == "已核对")
    #expect(rotated == 1)
    let before = try workdir.bytes("a.db")
    let reopened = try YiceFile.open(workdir.file("a.db"), for: .write)
    #expect(try open(reopened).tables.allSatisfy { $0.carried == 0 })
    #expect(try workdir.bytes("a.db") == before)
    #expect(reopened.info.schoolYear == 2023)
  }

  @Test("a dry run writes nothing")
  func dryRun() throws {
    let file = try file()
    let before = try workdir.bytes("a.db")
    #expect(try open(file, commit: false).tables.contains { $0.carried > 0 })
    #expect(try workdir.bytes("a.db") == before)
  }

  @Test("five years of 小学 and four of 初中 are the profile's to say")
  func fiveFour() throws {
    let file = try file()
    let outcome = try file.write("year", author: author) {
      try YearOpening(from: 2022, to: 2023, stages: StageSystem([.primary: 5, .junior: 4])).run($0)
    }
    // 小学 2017 is in grade 6, past five years; 初中 grade 9 is its fourth year.
    #expect(outcome.graduated == 3)
  }
}
