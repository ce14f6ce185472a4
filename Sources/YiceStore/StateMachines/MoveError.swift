package import YiceModel

/// Why a row may not move, or not stand as it was written; nothing was changed. Names no values of the row but its state.
package enum MoveError: YiceError, Equatable {
  case noSuchMove(table: String, row: String, from: String, to: String, next: [String])
  case noStart(table: String, row: String, state: String, role: String, who: String)
  case notYours(table: String, row: String, from: String, to: String, role: String, who: String)
  case missing(table: String, row: String, state: String, needs: [String])
  case broken(table: String, row: String, problems: [String])
  case guarded(table: String, row: String, columns: [String], role: String, who: String)
  case notRemovable(table: String, row: String, state: String, role: String)
  case undoOfOthers(table: String, role: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .notYours, .noStart, .guarded, .notRemovable, .undoOfOthers: .notAllowed
    case .noSuchMove, .missing, .broken: .failed
    }
  }

  private static func shown(_ state: String) -> String { state.isEmpty ? "（未填）" : state }

  package var description: String {
    switch self {
    case .noSuchMove(let table, let row, let from, let to, let next):
      "“\(table)”\(row)：状态不能从“\(Self.shown(from))”改为“\(Self.shown(to))”。"
        + (next.isEmpty ? "本文件的角色现在不能改它的状态。" : "现在可以改为：\(next.map(Self.shown).joined(separator: "、"))。")
        + "没有写入。"
    case .noStart(let table, let row, let state, let role, let who):
      "“\(table)”\(row)：新登记的行，\(role)文件里不能直接填“\(Self.shown(state))”"
        + (who.isEmpty ? "" : "（由\(who)填写）") + "。没有写入。"
    case .notYours(let table, let row, let from, let to, let role, let who):
      "“\(table)”\(row)：从“\(Self.shown(from))”改为“\(Self.shown(to))”由\(who)办理，\(role)文件里不能改。没有写入。"
    case .missing(let table, let row, let state, let needs):
      "“\(table)”\(row)：要成为“\(Self.shown(state))”还缺：\(needs.joined(separator: "；"))。没有写入。"
    case .broken(let table, let row, let problems):
      "“\(table)”\(row)：\(problems.joined(separator: "；"))。没有写入。"
    case .guarded(let table, let row, let columns, let role, let who):
      "“\(table)”\(row)：\(columns.map { "“\($0)”" }.joined(separator: "、"))由\(who)填写，\(role)文件里不能改。没有写入。"
    case .notRemovable(let table, let row, let state, let role):
      "“\(table)”\(row)：状态是“\(Self.shown(state))”，\(role)文件里不能删除；登记有误请由教育局删除。没有删除。"
    case .undoOfOthers(let table, let role):
      "“\(table)”的这一步不是\(role)文件自己做的，不能撤销；请由做这一步的一方撤销。"
    }
  }
}
