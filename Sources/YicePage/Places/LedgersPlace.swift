internal import YiceLedgers
internal import YiceReport
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// 台账: 整改清单 by state, each entry with the steps that are allowed now; the other ledgers' tables and sums.
enum LedgersPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    var query = RectificationQuery(today: Moment.today())
    query.state = visit.query.filled("state")
    query.onlyOverdue = visit.query["overdue"] != nil
    let asked = query
    let (entries, lines) = try file.read { db in
      (
        try asked.entries(db),
        try ProgrammeStatus(
          db, today: asked.today, year: file.info.schoolYear, bureau: file.info.bureau,
          Profile.used(by: file.info, db)
        ).lines()
      )
    }
    let rows = entries.map { entry -> [Markup] in
      let key = "\(RowKey.quoted(entry.orgCode))/\(RowKey.quoted(entry.id))"
      return [
        "<a href=\"\(EntryPlace.address(key))\">\(entry.problem)</a>", "\(entry.school ?? entry.orgCode)",
        "\(entry.indicator ?? "")",
        PageParts.optional(entry.dueOn), "\(entry.state)",
        entry.daysLate.map { "<b class=\"m-below\">逾期 \($0) 天</b>" } ?? "",
      ]
    }
    let list =
      rows.isEmpty
      ? PageParts.empty("没有这样的整改。")
      : PageParts.table("整改清单", ["问题", "学校", "指标", "时限", "状态", "逾期"], rows)
    let standing = lines.map { line -> [Markup] in
      [
        "\(line.section)　\(line.name)", "\(line.total)", PageParts.optional(line.done.map(String.init)),
        PageParts.optional(line.overdue.map(String.init)), "\(line.remark ?? "")",
      ]
    }
    let sums =
      standing.isEmpty
      ? PageParts.empty("台账都还没有内容。")
      : PageParts.table("总数、完成和逾期", ["台账", "总数", "完成", "逾期", "说明"], standing, numbers: [1, 2, 3])
    let body: Markup = """
      <h1>台账</h1><p class="two"><a class="button" href="/volume">一校一册</a><a class="button" href="/oversize">大班额、大校额</a>\
      <a class="button" href="/materials">档案目录</a><a class="button" href="/table/evidence">佐证</a></p>
      <h2>整改清单（\(entries.count)）</h2>\(filters(visit))\(list)
      <h2>各本台账</h2>\(sums)\(demands())
      """
    return Answers.html(try Layout(visit, file).page("台账", body, place: "/ledgers"))
  }

  /// The tables that programmes ask for: where they are filled in, and as they are printed.
  private static func demands() -> Markup {
    let rows = Form.asked.map { asked -> [Markup] in
      let tables = asked.tables.map { table -> Markup in
        "<a href=\"/table/\(table.name)\">\(table.label)</a> "
      }
      let form = FormFields.query([("form", asked.form.name)])
      return ["<a href=\"/print\(form)\">\(asked.form.name)</a>", "\(asked.form.title)", "\(tables)"]
    }
    return "<h2>方案要求的各张表</h2>\(PageParts.table("核算出来的表", ["表", "标题", "填在"], rows))"
  }

  private static func filters(_ visit: Visit) -> Markup {
    let chosen = visit.query.filled("state")
    let states = CatalogTable.rectification.column("state")?.type.choices ?? []
    let options = states.map { state -> Markup in
      "<option value=\"\(state)\"\(state == chosen ? " selected" as Markup : "")>\(state)</option>"
    }
    return """
      <form class="filters" method="get" action="/ledgers"><label>状态<select name="state" data-go><option value="">全部</option>\(options)</select></label>\
      <button name="overdue" value="1">只看逾期的</button><a href="/ledgers">全部</a></form>
      """
  }
}
