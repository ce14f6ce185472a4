import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// What a sheet that comes after another does to the rows of the first, and what is said of it. Decisions 0179, 0187.
@Suite struct SecondImportTests {
  @Test("numbers added to a list that came without them, or changed, make other rows, and that is told")
  func numbersAdded() throws {
    let desk = try Desk()
    _ = try desk.take("姓名,学历,任教学科\n张伟,专科,语文\n李娜,本科,体育\n", into: .teacher)
    let people = try desk.take("工号,姓名,学历,任教学科\nT01,张伟,专科,语文\nT02,李娜,本科,体育\n", into: .teacher)
    let told = try #require(people.texts.first { $0.contains("编号不同") })
    #expect(told.contains("2 行") && !told.contains("张伟"))
    _ = try desk.take("房间编号,房间名称,用途\n001,音乐教室,音乐教室\n", into: .room)
    #expect(try desk.take("房间编号,房间名称,用途\n1,音乐教室,音乐教室\n", into: .room).codes.contains("same-names"))
    // Other things of one name have numbers of their own.
    _ = try desk.take("设备编号,设备名称,数量\nA1,投影仪,1\n", into: .equipment)
    #expect(try !desk.take("设备编号,设备名称,数量\nA2,投影仪,1\n", into: .equipment).codes.contains("same-names"))
  }

  @Test("problems that were numbered anew are told, with the rows whose number was another problem's")
  func renumberedProblems() throws {
    let desk = try Desk()
    _ = try desk.take("编号,问题来源,问题描述\n1,自查,体育器材不足\n2,自查,心理室面积小\n", into: .rectification)
    let second = try desk.take("编号,问题来源,问题描述\n1,自查,心理室面积小\n2,自查,课后服务不足\n", into: .rectification)
    #expect(second.texts.contains { $0.contains("第 2 行、第 3 行（共 2 行）") && $0.contains("另一个问题") })
  }

  @Test(
    "rows that the sheet no longer has stay and are told; --delete-missing does not reach them, and says so")
  func rowsLeft() throws {
    let desk = try Desk()
    let two = "班级,人数\n一年级1班,45\n一年级2班,44\n"
    #expect(try !desk.take(two, into: .classRoll).codes.contains("left-rows"))
    #expect(try !desk.take(two, into: .classRoll).codes.contains("left-rows"))
    let one = try desk.take("班级,人数\n一年级1班,46\n", into: .classRoll)
    #expect(one.texts.contains { $0.contains("另有 1 行不在这张表里") })
    #expect(one.errors == 0 && one.findings.allSatisfy { $0.severity == .note })
    // New rows beside those of before are a further list.
    #expect(try !desk.take("班级,人数\n二年级1班,40\n", into: .classRoll).codes.contains("left-rows"))
    try desk.workdir.write("表.csv", Array("班级,人数\n一年级1班,46\n".utf8))
    var importer = Importer(.classRoll)
    importer.deleteMissing = true
    let asked = try importer.run(
      try CSVReader(path: desk.workdir.file("表.csv")), into: desk.file, author: .tester)
    #expect(asked.findings.contains { $0.code == "left-rows" && $0.severity == .warning })
    #expect(try desk.value("SELECT count(*) FROM class_roll") == 3)
  }
}
