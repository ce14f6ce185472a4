internal import GRDB
internal import YiceModel
internal import YiceStandards
internal import YiceStore

extension Form {
  /// 大班额消除台账, one line a class, with its last head count.
  static let oversizedClasses = Form(
    name: "大班额台账", title: "大班额消除台账",
    words: ["大班额", "大班额消除台账"],
    pages: { source in
      let (sizes, stages) = (source.question.profile.sizes, source.question.profile.stages)
      return try source.pageBySchool { school in
        let ledger = try source.rows(
          """
          SELECT o.*, (SELECT max(counted_on) FROM oversized_recount AS r WHERE \(same)) AS counted_on,
            (SELECT head_count FROM oversized_recount AS r WHERE \(same) ORDER BY counted_on DESC LIMIT 1) AS recount
          FROM oversized_class AS o WHERE org_code = ? ORDER BY filed_on, stage, entry_year, class_no
          """, [school.code])
        let attached = try AttachedNames(source, .oversizedClass)
        let rows = ledger.enumerated().map { index, row in
          line(row, index + 1, school.name, source.year, stages, attached)
        }
        var page = FormPage(title: "大班额消除台账", name: school.name, columns: columns, rows: rows)
        page.right = source.yearText
        page.landscape = true
        page.notes = ["\(sizes.classWords)。年级按 \(source.yearText) 推算。"]
        return page
      }
    })

  private static let same = """
    r.org_code = o.org_code AND r.stage = o.stage AND r.entry_year = o.entry_year AND r.class_no = o.class_no
    """

  private static let columns = [
    FormColumn("number", "编号", 5, centered: true), FormColumn("term", "学年学期", 10, centered: true),
    FormColumn("school", "学校", 14), FormColumn("stage", "学段", 6, centered: true),
    FormColumn("grade", "年级", 8, centered: true), FormColumn("class", "班级", 9, centered: true),
    FormColumn("filed_count", "建档人数", 6), FormColumn("filed_on", "建档日期", 11, centered: true),
    FormColumn("level", "类别", 8, centered: true), FormColumn("cause", "成因", 14),
    FormColumn("measure", "化解措施", 14), FormColumn("new_places", "新增学位", 6),
    FormColumn("leader", "责任领导", 8, centered: true), FormColumn("unit_in_charge", "责任单位", 10),
    FormColumn("person", "责任人", 8, centered: true), FormColumn("due_on", "计划销号时间", 11, centered: true),
    FormColumn("counted_on", "日期", 11, group: "最近核查", centered: true),
    FormColumn("recount", "人数", 6, group: "最近核查"), FormColumn("state", "状态", 7, centered: true),
    FormColumn("struck_basis", "销号依据", 12), FormColumn("verifier", "核验人", 8, centered: true),
    FormColumn("note", "备注", 9),
  ]

  private static func line(
    _ row: Row, _ number: Int, _ school: String, _ year: Int, _ stages: StageSystem,
    _ attached: AttachedNames
  )
    -> [Listing.Cell]
  {
    func cell(_ column: String) -> Listing.Cell { Listing.Cell(row[column]) }
    let filedIn: Int? = row["school_year"]
    let term: String? = row["term"]
    let measure = [row["measure"] as String?, row["measure_text"] as String?].compactMap { $0 }
    let entry: Int = row["entry_year"]
    let classNo: Int = row["class_no"]
    let grade = Stage(word: row["stage"]).flatMap { stages.grade(of: $0, entry: entry, in: year) }
      .flatMap(stages.name)
    return [
      .number(number), .text([filedIn.map { "\($0)" }, term].compactMap { $0 }.joined(separator: "\n")),
      .text(school), cell("stage"), .text(grade),
      .text("\(entry)级\(classNo)班"), cell("filed_count"), cell("filed_on"), cell("level"), cell("cause"),
      .text(measure.joined(separator: "：")), cell("new_places"), cell("leader"), cell("unit_in_charge"),
      cell("person"), .text(row["period_text"] as String? ?? row["due_on"]), cell("counted_on"),
      cell("recount"), cell("state"),
      attached.cell(row["struck_basis"], row),
      cell("verifier"), cell("note"),
    ]
  }
}
