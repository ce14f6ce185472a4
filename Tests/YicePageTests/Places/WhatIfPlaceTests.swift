import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@testable import YicePage

/// 试算 in the page.
@Suite struct WhatIfPlaceTests {
  private func served() throws -> ServedFile {
    let served = try ServedFile()
    try served.file.write("test", author: .tester) { writer in
      for (element, value) in [("学生数", 1000.0), ("高于规定学历教师数", 30)] {
        try writer.add(
          .statement, ["stage": "小学", "element": element.databaseValue, "value": value.databaseValue])
      }
    }
    return served
  }

  @Test func `a change that was chosen joins the others, moves the value, and leaves the file as it is`()
    throws
  {
    let served = try served()
    let before = try served.workdir.bytes(served.file.name)
    let answer = try served.post(
      "/whatif",
      [
        ("changes", "2133000001 学生数 -500\r\n"), ("school", "2133000001"), ("stage", "小学"),
        ("element", "高于规定学历教师数"), ("amount", "+2"),
      ], json: false)
    #expect(answer.status == 200)
    #expect(answer.body.contains("2133000001 学生数 -500\n2133000001 小学 高于规定学历教师数 +2\n</textarea>"))
    // 30 of 1,000 pupils, then 32 of 500.
    for word in ["变动的值", "R1", ">3.00<", ">6.40<"] { #expect(answer.body.contains(word), "\(word)") }
    #expect(try served.workdir.bytes(served.file.name) == before)
  }

  @Test func `a line that cannot be read is told, and what was written stays in the box`() throws {
    let served = try served()
    let answer = try served.post("/whatif", [("changes", "2133000001 课桌 +2\n")], json: false)
    #expect(answer.body.contains("role=\"alert\"") && answer.body.contains("改动 第 1 行：没有叫“课桌”的数据项"))
    #expect(answer.body.contains("2133000001 课桌 +2\n</textarea>"))
  }

  @Test func `a school that nobody knows is told with its line, and so is what cannot be taken away`() throws
  {
    let served = try served()
    let changes = "2133000001 小学 高于规定学历教师数 +2\n没有的学校 学生数 +2\n"
    let answer = try served.post("/whatif", [("changes", changes)], json: false)
    #expect(answer.status == 200 && answer.body.contains("role=\"alert\""))
    #expect(answer.body.contains("改动 第 2 行：文件里没有学校“没有的学校”。"))
    #expect(answer.body.contains("没有的学校 学生数 +2\n</textarea>"))
    let less = try served.post("/whatif", [("changes", "2133000001 小学 高于规定学历教师数 -31\n")], json: false)
    #expect(less.status == 200 && less.body.contains("role=\"alert\"") && less.body.contains("减不了这么多"))
    #expect(less.body.contains("name=\"amount\" size=\"16\""), "as wide as its example")
  }

  @Test func `the cheapest plan is tried at once`() throws {
    let answer = try served().post("/whatif", [("changes", ""), ("plan", "separately")], json: false)
    #expect(answer.status == 200 && answer.body.contains("最省的达标方案"), "\(answer.body.prefix(2000))")
  }
}
