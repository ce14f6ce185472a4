internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 一校一册: of one school its lines with gaps and yearly goals; of a bureau which school stands how.
enum VolumePlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let own = file.info.role.isOneSchool ? file.info.orgCode : file.info.scopeOrg
    guard let word = visit.query.filled("school") ?? own else { return try schools(visit, file) }
    let (school, volume, count) = try file.read { db in
      let school = try SchoolDirectory(db).school(word)
      return (school, try Volume(db, school: school.code), try LineCount(db, orgCode: school.code))
    }
    let onlyShort = visit.query["gaps"] != nil
    let table = VolumeTable(volume, address: { address($0, back: visit.here) })
    let lines =
      volume.lines.isEmpty
      ? PageParts.empty("台账里还没有一行。用“收发 → 打包”时会按应配目录生成；也可以导入。") : table.markup(onlyShort: onlyShort)
    let body: Markup = """
      <h1>一校一册：\(school.name)</h1><p>\(count.words)。</p>\(links(school.code, own == nil))\(lines)
      """
    return Answers.html(try Layout(visit, file).page("一校一册", body, place: "/ledgers", isWide: true))
  }

  private static func address(_ key: RowKey, back: String) -> String {
    "/table/standardization_item/row" + FormFields.query([("key", key.text), ("back", back)])
  }

  private static func links(_ school: String, _ isOfMany: Bool) -> Markup {
    func link(_ place: String, _ query: [(String, String?)], _ label: String) -> Markup {
      "<a class=\"button\" href=\"\(place)\(FormFields.query(query))\">\(label)</a>"
    }
    let all: Markup = isOfMany ? link("/volume", [], "各校") : ""
    return """
      <p class="two">\(all)\(link("/volume", [("school", school)], "全部"))\(link("/volume", [("school", school), ("gaps", "1")], "只看有缺口的"))\
      \(link("/table/standardization_item", [("school", school)], "像表格一样改"))\(link("/table/standardization_goal", [("school", school)], "年度目标"))\
      \(link("/print", [("form", "标准化建设台账"), ("school", school)], "打印"))</p>
      """
  }

  private static func schools(_ visit: Visit, _ file: YiceFile) throws -> HTTPResponse {
    let counts = try file.read { db in
      try SchoolDirectory(db).schools.map { ($0, try LineCount(db, orgCode: $0.code)) }
    }
    let rows = counts.filter { $1.lines > 0 }.map { school, count -> [Markup] in
      [
        "<a href=\"/volume\(FormFields.query([("school", school.code)]))\">\(school.name)</a>",
        "\(count.lines)",
        "\(count.reached)", count.short > 0 ? "<b class=\"m-below\">\(count.short)</b>" : "0",
        "\(count.unknown)",
      ]
    }
    let table =
      rows.isEmpty
      ? PageParts.empty("台账里还没有一行。")
      : PageParts.table("各校的一校一册", ["学校", "条目", "达标", "有缺口", "未填"], rows, numbers: [1, 2, 3, 4])
    let body: Markup = "<h1>一校一册</h1>\(table)"
    return Answers.html(try Layout(visit, file).page("一校一册", body, place: "/ledgers"))
  }
}
