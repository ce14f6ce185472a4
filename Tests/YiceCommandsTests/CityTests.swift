import Foundation
import Testing
import YiceTestSupport

/// Two counties of two schools each, and the city and the province above them, all made by the program.
private struct City: Desk {
  let workdir = Workdir(inMemory: true)
  static let counties = ["330102", "330106"]

  init() throws {
    for (number, county) in City.counties.enumerated() {
      let file = "\(county).db"
      try does(
        "new", file, "--role", "county", "--org", county, "--name", "第\(number + 1)县", "--year", "2022")
      for school in 1...2 {
        let code = "21330\(number)000\(school)"
        try does("add", file, "学校机构", "学校标识码=\(code)", "学校名称=\(code)小学", "学校类别=小学", "县级行政区划代码=\(county)")
        try does("add", file, "班级", "学校标识码=\(code)", "学段=小学", "入学年份=2020", "班号=1", "年级=3", "班级人数=4\(school)")
        for teacher in 1...(number + 2 * school) {
          try does(
            "add", file, "教师", "学校标识码=\(code)", "教师编号=T\(teacher)", "姓名=某", "任教学段=小学", "专任教师=是",
            "最高学历=\(teacher == 1 ? "本科" : "专科")")
        }
      }
    }
    try does("new", "市.db", "--role", "city", "--org", "330100", "--name", "示例市", "--year", "2022")
    try does("new", "省.db", "--role", "province", "--org", "330000", "--name", "示例省", "--year", "2022")
  }
}

@Suite("a city's and a province's file")
struct CityTests {
  @Test("merge county files by the same command: once, again, after an edit, and upward")
  func merges() throws {
    let city = try City()
    try city.does("merge", "市.db", "330102.db", "330106.db", says: "已合并")
    try city.does("merge", "市.db", "330102.db", "330106.db", says: "没有新内容")
    try city.does("set", "330102.db", "教师", "2133000001/2022/T1", "最高学历=研究生")
    try city.does("merge", "市.db", "330102.db", says: "已合并")
    try city.does("merge", "省.db", "市.db", says: "已合并")
    let teachers = try city.does("list", "省.db", "教师", "--where", "最高学历=研究生", "--json").out
    #expect(teachers.contains("2133000001") && !teachers.contains("2133010001"))
    try city.does("merge", "330106.db", "330102.db", status: 6, says: "不是同一单位")
  }

  @Test("one county alone is its own too; a county's or a school's file knows no other")
  func alone() throws {
    let city = try City()
    try city.does("merge", "市.db", "330102.db")
    try city.does("add", "330102.db", "阈值", "标准名称=national-2017", "指标编号=R1", "学段=小学", "数值=0.1", "依据=试")
    try city.does("merge", "市.db", "330102.db")
    let own = try json(try city.does("indicators", "330102.db", "--json").out) as? NSDictionary
    let there =
      try json(try city.does("indicators", "市.db", "--county", "330102", "--json").out) as? NSDictionary
    #expect(own != nil && own == there)
    let list = try #require(try json(try city.does("indicators", "市.db", "--json").out) as? [[String: Any]])
    #expect(list.map { $0["county_code"] as? String } == ["330102"])
    try city.does("status", "市.db", status: 64, says: "指标按县计算")
    try city.does("indicators", "330102.db", "--county", "330102")
    try city.does("indicators", "330102.db", "--county", "330106", status: 64, says: "没有县“330106”的学校")
    try city.does("indicators", "市.db", "--county", "330102", "--groups", status: 64, says: "只能写一种")
  }

  @Test("figures are each county's own, as its own file gives them; nothing is worked out across counties")
  func figures() throws {
    let city = try City()
    try city.does("merge", "市.db", "330102.db", "330106.db")
    for county in City.counties {
      let own = try json(try city.does("indicators", "\(county).db", "--json").out) as? NSDictionary
      let there =
        try json(try city.does("indicators", "市.db", "--county", county, "--json").out) as? NSDictionary
      #expect(own != nil && own == there)
    }
    let list = try #require(
      try json(try city.does("indicators", "市.db", "--json").out) as? [[String: Any]])
    #expect(list.map { $0["county_code"] as? String } == City.counties)
    #expect(list.map { $0["schools"] as? Int } == [2, 2])
    try city.does("indicators", "市.db", says: "第1县", "第2县")
    try city.does("indicators", "市.db", "--county", "330199", status: 64, says: "可用：330102 第1县、330106 第2县")
    for command in ["status", "assess", "gaps", "check"] {
      try city.does(command, "市.db", status: 64, says: "指标按县计算")
    }
    try city.does("report", "市.db", "-o", "市.html", status: 64, says: "指标按县计算")
  }
}
