internal import YiceLedgers
internal import YiceStore

extension Form {
  /// 档案目录 by boxes and folders: what lies in each box, what is still missing; one sheet for the bureau's own, one a school.
  static let materials = Form(
    name: "档案目录", title: "档案目录",
    words: ["档案", "档案清单", "材料目录", "材料清单"],
    pages: { source in
      let plan = try MaterialPlan(
        source.db, source.file, year: source.year,
        school: source.schools.count == 1 ? source.schools.first?.code : nil)
      let own = plan.lines.filter { $0.who == "县" }
      let county = own.isEmpty ? [] : [source.ofBureau(page("县级", own, source))]
      let schools = try source.pageBySchool { school in
        page(school.name, plan.lines.filter { $0.org == school.code && $0.who == "校" }, source)
      }
      // An empty sheet a school says less than none.
      return county + (county.isEmpty ? schools : schools.filter { !$0.listing.rows.isEmpty })
    })

  private static func page(_ name: String, _ lines: [MaterialPlan.Line], _ source: FormSource) -> FormPage {
    var inBox: [String?: Int] = [:]
    let rows = lines.map { line -> [Listing.Cell] in
      inBox[line.box, default: 0] += 1
      return [
        .text(line.box ?? "（未分盒）"), .number(inBox[line.box] ?? 1), .text(line.id), .text(line.indicator),
        .text(line.material), line.year.map { .number($0) } ?? .text("每年"),
        .text(line.isRequired ? "必备" : "如有"),
        .text(line.attached.map(\.name).joined(separator: "\n")), .text(line.state.rawValue),
        .text(line.note),
      ]
    }
    var page = FormPage(title: "档案目录", name: name, columns: columns, rows: rows)
    page.right = source.yearText
    page.landscape = true
    page.notes = [
      "每盒里按“卷内序号”排放；必备 \(lines.count { $0.isRequired }) 件，缺 \(lines.count { $0.state == .missing }) 件。"
    ]
    return page
  }

  private static let columns = [
    FormColumn("box", "档案盒", 16, merges: true), FormColumn("number", "卷内序号", 7, centered: true),
    FormColumn("id", "编号", 8, centered: true), FormColumn("indicator", "指标", 8, centered: true),
    FormColumn("material", "材料名称", 34), FormColumn("year", "年度", 7, centered: true),
    FormColumn("required", "必备", 6, centered: true), FormColumn("files", "已附文件", 30),
    FormColumn("state", "状态", 6, centered: true), FormColumn("note", "备注", 18),
  ]
}
