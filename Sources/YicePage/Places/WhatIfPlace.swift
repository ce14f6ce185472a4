internal import YiceIndicators
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// 试算: changes are written down, and the verdicts move; the file stays as it is.
enum WhatIfPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    guard let asked = visit.asked(file) else { throw PageProblem.noYear }
    let form = visit.form
    let schools = try file.read { try SchoolDirectory($0).schools }
    let text = written(form)
    var refusal: String?
    var result: Markup = ""
    if visit.isPost {
      do {
        let sharing = form["plan"].flatMap(Trial.Sharing.init)
        result = try shown(asked.trial(plan: sharing) { try $0.read(text, name: "改动") })
      } catch let error as any YiceError
        where error is ChangeTextError || error is ChangeError || error is PlanError
      {
        refusal = error.description
      }
    }
    let body: Markup = """
      <h1>试算</h1><p>改几个数，看各校和全县的结论怎样变。只是试算，文件不改。</p>\
      \(EntryView.refusal(refusal))
      <form method="post" action="/whatif">
      <fieldset><legend>加一处改动</legend>\(choices(schools))</fieldset>
      <p><label for="changes">改动，一行一处：学校 [学段] 数据项 +数量、-数量 或 =数量；转学生写成“甲校 -&gt; 乙校 学生数 小学 120”</label></p>
      <p><textarea id="changes" name="changes" rows="6" cols="60" spellcheck="false">
      \(Markup.lines(text))</textarea></p>
      <p class="buttons"><button class="main">试算</button><button name="plan" value="together">找最省的达标方案</button>\
      <button name="plan" value="separately">找最省的方案，一人只计一项</button></p>
      </form>\(result)
      """
    return Answers.html(try Layout(visit, file).page("试算", body, place: "/report"))
  }

  /// The changes as they stand in the box, with the one that was chosen.
  private static func written(_ form: FormFields) -> String {
    var lines = (form["changes"] ?? "").split(whereSeparator: \.isNewline).map(String.init)
    if let school = form.filled("school"), let amount = form.filled("amount") {
      let parts = [school, form.filled("stage"), form.filled("element"), amount]
      lines.append(parts.compactMap(\.self).joined(separator: " "))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func choices(_ schools: [SchoolDirectory.School]) -> Markup {
    func options(_ words: [(value: String, label: String)]) -> Markup {
      "\(words.map { "<option value=\"\($0.value)\">\($0.label)</option>" as Markup })"
    }
    let stages = [("", "全校")] + Stage.compulsory.map { ($0.rawValue, $0.rawValue) }
    let elements = Element.resources.map { ($0.name, "\($0.name)（\($0.unit)）") }
    return """
      <p class="buttons"><label>学校 <select name="school">\(options(schools.map { ($0.code, $0.name) }))</select></label>\
      <label>学段 <select name="stage">\(options(stages))</select></label>\
      <label>数据项 <select name="element">\(options(elements))</select></label>\
      <label>数量 <input type="text" name="amount" size="16" placeholder="+2、-100、=900"></label></p>
      """
  }

  private static func shown(_ trial: Trial) -> Markup {
    let report = ComparisonReport(trial.changes)
    let sentences = report.conclusions.map { "<li>\($0)</li>" as Markup }
    let moved: Markup =
      report.listing.rows.isEmpty
      ? PageParts.empty("没有哪所学校的数因此变动。") : PageParts.table("变动的值", report.listing.without(["org_code"]))
    return """
      \(trial.plan.map { plan($0, trial.changes.before.profile) } ?? "")<h2>结论</h2><ul role="status">\(sentences)</ul>
      \(PageParts.table("平均值和差异系数", report.spreads))<h2>变动的值</h2>\(moved)
      """
  }

  private static func plan(_ plan: CountyPlan, _ profile: Profile) -> Markup {
    let report = PlanReport(plan, profile)
    let notes = report.notes.split(separator: "\n").map { "<p class=\"note\">\(String($0))</p>" as Markup }
    guard !plan.additions.isEmpty else {
      return "<h2>最省的达标方案</h2>\(PageParts.empty("各校都综合达标，差异系数都在上限内，不需要增加什么。"))\(notes)"
    }
    return """
      <h2>最省的达标方案</h2>\(PageParts.table("补什么", report.listing.without(["org_code"])))<p><strong>\(report.total)</strong></p>\(notes)
      """
  }
}
