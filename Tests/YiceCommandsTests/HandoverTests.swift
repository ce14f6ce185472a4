import Foundation
import Testing
import YiceTestSupport

/// Two schools' own files of one county, the county's file that they are merged into, and a city's file.
private struct Neighbours: Desk {
  let workdir = Workdir(inMemory: true)

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "990101", "--name", "示例县", "--year", "2022")
    for number in 1...2 {
      let (file, code) = ("\(number).db", "219900000\(number)")
      try does(
        "new", file, "--org", code, "--name", "第\(number)小学", "--kind", "小学", "--county", "990101", "--year",
        "2022")
      try does("set", file, "学校机构", code, "联系电话=13800000000", "联系人=某", "地址=某路\"一\"号")
      try does("add", file, "班级", "学段=小学", "入学年份=2020", "班号=1", "年级=3", "班级人数=4\(number)")
      try does("add", file, "教师", "教师编号=工号7788", "姓名=某", "任教学段=小学", "专任教师=是", "最高学历=本科")
      try does("add", file, "填报值", "数据项=教学及辅助用房面积", "数值=1234.5678")
    }
    try does("merge", "县.db", "1.db", "2.db")
  }

  /// The unpacked text of every CSV below a folder.
  func texts(_ folder: String) throws -> String {
    try run("/bin/sh", ["-c", "gzip -dc \(folder)/counties/*/*.csv.gz"], in: workdir).out
  }

  func digests(_ folder: String) throws -> String {
    try run("/bin/sh", ["-c", "cd \(folder)/counties && sha256sum */*.csv.gz"], in: workdir).out
  }

  func handover(_ files: String..., to folder: String, status: Int32 = 0) throws -> ProgramResult {
    try run(
      yicePath, ["handover"] + files + ["--to", folder, "--today", "2022-10-01", "--csv"], in: workdir)
  }
}

@Suite("handing whole counties over")
struct HandoverTests {
  @Test("schools' own files give what the county's merged file gives; personal columns and keys stay behind")
  func schools() throws {
    let desk = try Neighbours()
    let county = try desk.handover("县.db", to: "甲")
    #expect(county.status == 0 && county.err.contains("已移交 1 个县、2 所学校"), "\(county.err)")
    #expect(try desk.handover("2.db", "1.db", to: "乙").status == 0)
    #expect(try desk.digests("甲") == desk.digests("乙"))
    let texts = try desk.texts("甲")
    for word in ["13800000000", "某", "7788"] { #expect(!texts.contains(word), "\(word)") }
    #expect(texts.contains("\"2199000001\",2022,\"小学\",1,\"本科\",,,,,\n"), "NULL is bare")
    #expect(texts.contains("\"2199000001\",2022,\"教学及辅助用房面积\",\"\",\"\",1234.5678\n"), "'' is quoted")
  }

  @Test("begun again, what stands is not written anew; what was damaged or has changed is")
  func again() throws {
    let desk = try Neighbours()
    try desk.does("new", "邻.db", "--role", "county", "--org", "990102", "--name", "邻县", "--year", "2022")
    try desk.does("add", "邻.db", "学校机构", "学校标识码=2199000009", "学校名称=邻小", "学校类别=小学")
    _ = try desk.handover("县.db", "邻.db", to: "丙")
    let first = try desk.digests("丙")
    let path = "丙/counties/990101/teacher.csv.gz"
    #expect(try desk.handover("县.db", "邻.db", to: "丙").err.contains("其中 2 个县早先写好的没有重写"))
    try desk.workdir.write(path, "half")
    #expect(try desk.handover("县.db", "邻.db", to: "丙").err.contains("其中 1 个县早先写好的没有重写"))
    #expect(try desk.digests("丙") == first)
    try desk.does("set", "县.db", "教师", "2199000001/2022/工号7788", "最高学历=研究生")
    #expect(try desk.handover("县.db", "邻.db", to: "丙").err.contains("其中 1 个县早先写好的没有重写"))
    #expect(try desk.digests("丙") != first)
  }

  @Test("a county or a school that comes twice is refused, and a folder of another's is not needed for it")
  func twice() throws {
    let desk = try Neighbours()
    let both = try desk.handover("县.db", "1.db", to: "丁")
    #expect(both.status == 1 && both.err.contains("县 990101在“县.db”和“1.db”里都有"), "\(both.err)")
    try FileManager.default.copyItem(atPath: desk.workdir.file("1.db"), toPath: desk.workdir.file("3.db"))
    #expect(try desk.handover("1.db", "3.db", to: "丁").err.contains("学校 2199000001在"))
    #expect(try desk.handover("县.db", "没有.db", to: "丁").err.contains("没有.db"))
    #expect(!FileManager.default.fileExists(atPath: desk.workdir.file("丁/manifest.json")))
  }
}
