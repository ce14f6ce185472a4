internal import CYice
internal import YiceReport
internal import YiceServer

/// Which place answers. Decision 0163.
enum Router {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let words = visit.path
    switch (visit.method, words.first ?? "", words.count) {
    case ("GET", "", _): return try HomePlace.answer(visit)
    case ("GET", "in", 1): return Answers.redirect("/")
    case ("GET", "script", 2):
      guard let module = yice_page_script(words[1]) else { throw PageProblem.noSuchPlace }
      return text("text/javascript", String(cString: module))
    case ("GET", "report.js", 1): return text("text/javascript", PageScript.text)
    case ("GET", "page.css", 1):
      return text("text/css", PageStyle.sheet + "\n" + String(cString: yice_page_style()))
    case ("POST", "alive", 1): return Answers.talk(200, "")
    case ("GET", "tables", 1): return try TablesPlace.answer(visit)
    case (_, "table", 2...3): return try GridPlace.answer(visit)
    case ("GET", "report", 1): return try ReportPlace.answer(visit)
    case ("GET", "whatif", 1), ("POST", "whatif", 1): return try WhatIfPlace.answer(visit)
    case ("GET", "check", 1), ("GET", "check.json", 1): return try CheckPlace.answer(visit)
    case ("GET", "history", 1), ("GET", "history.json", 1): return try HistoryPlace.answer(visit)
    case ("POST", "undo", 1): return try UndoPlace.answer(visit)
    case (_, "conflicts", 1...2), ("GET", "conflicts.json", 1): return try ConflictsPlace.answer(visit)
    case (_, "import", 1...3): return try ImportPlace.answer(visit)
    case (_, "send", 1): return try SendPlace.answer(visit)
    case ("GET", "opinions", 1), ("GET", "opinions.json", 1), ("POST", "opinions", 1):
      return try OpinionsPlace.answer(visit)
    case ("POST", "year", 1): return try YearPlace.answer(visit)
    case (_, "receive", 2...3): return try ReceivePlace.answer(visit)
    case ("GET", "ledgers", 1): return try LedgersPlace.answer(visit)
    case (_, "entry", 1): return try EntryPlace.answer(visit)
    case ("GET", "volume", 1): return try VolumePlace.answer(visit)
    case (_, "materials", 1), ("GET", "materials.json", 1): return try MaterialsPlace.answer(visit)
    case (_, "oversize", 1), ("GET", "oversize.json", 1): return try OversizePlace.answer(visit)
    case ("GET", "print", 1), ("GET", "print.xlsx", 1), ("GET", "print.json", 1):
      return try FormsPlace.answer(visit)
    default: throw PageProblem.noSuchPlace
    }
  }

  private static func text(_ type: String, _ text: String) -> HTTPResponse {
    Answers.make(200, type + "; charset=utf-8", text)
  }
}
