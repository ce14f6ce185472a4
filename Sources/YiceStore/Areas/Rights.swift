internal import YiceModel

/// Who may make a write, as SQL: a pure function of the write, so that every file judges it alike (merge.md, Definitions).
/// Rules that look at other rows (evidence, verdicts) stay at the keyboard and in `check`.
///
/// It is made from the data that the keyboard asks: `Writers`, `schoolWrites`, `schoolColumns`, state machines.
struct Rights {
  let table: CatalogTable

  static let bureauRoles = list(Writers.bureau.roles)

  /// Condition: the maker of a revision may write rows of that org in tables of that class at all.
  /// - Parameters:
  ///   - areaClass: SQL of the class.
  ///   - revision: alias of `revision`.
  ///   - org: SQL of the rows' org.
  static func classRight(_ areaClass: String, revision: String, org: String) -> String {
    let byClass = AreaClass.allCases.map {
      "WHEN '\($0.rawValue)' THEN \(revision).role IN (\(list($0.roles ?? Set(Role.allCases))))"
    }
    return """
      CASE WHEN length(\(org)) = 6 THEN \(revision).role IN (\(bureauRoles))
        ELSE CASE \(areaClass) \(byClass.joined(separator: " ")) ELSE false END
          AND (\(revision).role NOT IN ('school', 'inspection') OR \(revision).org_code = \(org)) END
      """
  }

  /// Why the write may not be, NULL where it may. Over `w` (role, kind, content after as JSON) and `p` (of what it replaced:
  /// the part that is not the writer's, and a version with it), see `Trespass`.
  var reason: String {
    if table.appendOnly {
      let others = "w.role IN ('school', 'inspection') AND w.kind <> 'insert' AND p.foreign_versions > 0"
      return "CASE WHEN \(others) THEN '只能由写它的一方改动或删除' END"
    }
    let school = schoolReason
    return school == "NULL" ? school : "CASE WHEN w.role = 'school' THEN (\(school)) END"
  }

  private var schoolReason: String {
    let rules = TableRules.of(table)
    guard rules?.machine != nil || table.schoolWrites != nil else { return "NULL" }
    var cases: [String] = []
    let own = table.schoolWrites.map { "json_extract(w.after, '$.\($0.column)') IS '\($0.value)'" } ?? "true"
    cases.append("WHEN w.kind = 'insert' AND NOT (\(own)) THEN '只能由\(table.writers.label)新增'")
    cases.append("WHEN w.kind = 'delete' AND p.not_own > 0 THEN '只能由\(table.writers.label)删除'")
    if let machine = rules?.machine {
      let startable = Rights.list(machine.startable(by: [.school], sender: .school))
      cases.append(
        "WHEN w.kind = 'insert' AND coalesce(json_extract(w.after, '$.state'), '') NOT IN (\(startable)) THEN '学校不能把新增的行写成这个状态'"
      )
      for column in machine.guarded {
        cases.append(
          "WHEN w.kind = 'insert' AND json_extract(w.after, '$.\(column)') IS NOT NULL THEN '\(guardedReason(machine))'"
        )
      }
      cases.append("WHEN w.kind = 'delete' AND p.fixed > 0 THEN '这个状态的行学校不能删除'")
      cases.append("WHEN w.kind = 'update' AND p.reaching = 0 THEN '学校不能这样改变状态'")
    }
    cases.append("WHEN w.kind = 'update' AND w.after IS NULL THEN '改后的内容不在历史里'")
    cases.append("WHEN w.kind = 'update' AND p.part IS NULL THEN '各版本里学校不能改的内容不一致'")
    cases += changedCases
    return "CASE " + cases.joined(separator: "\n") + " END"
  }

  /// Columns that a school may not change in a row that it wrote itself, and in one that it did not.
  var fixedColumns: (own: [String], foreign: [String]) {
    let guarded = TableRules.of(table)?.machine?.guarded ?? []
    guard let condition = table.schoolWrites else { return (guarded, guarded) }
    let free = Set(table.schoolColumns)
    return (guarded + [condition.column], table.columns.map(\.name).filter { !free.contains($0) })
  }

  /// The part of a version that a school may not change, as JSON; `content` is JSON.
  func fixedPart(of content: String) -> String {
    func object(_ columns: [String]) -> String {
      "json_array(" + columns.map { "json_extract(\(content), '$.\($0)')" }.joined(separator: ", ") + ")"
    }
    let (own, foreign) = fixedColumns
    guard let condition = table.schoolWrites else { return object(own) }
    return """
      CASE WHEN json_extract(\(content), '$.\(condition.column)') = '\(condition.value)' THEN \(object(own))
        ELSE \(object(foreign)) END
      """
  }

  /// Whether the version is none of the school's own rows.
  func notOwn(_ content: String) -> String {
    guard let condition = table.schoolWrites else { return "false" }
    return "json_extract(\(content), '$.\(condition.column)') IS NOT '\(condition.value)'"
  }

  /// Whether a school may not remove a version in its state, unless a school wrote it.
  func notRemovable(_ content: String, role: String) -> String {
    guard let machine = TableRules.of(table)?.machine else { return "false" }
    let states = Rights.list(Set(machine.states.map(\.name).filter { machine.mayRemove(.school, in: $0) }))
    return
      "(\(role) IS NOT 'school' AND coalesce(json_extract(\(content), '$.state'), '') NOT IN (\(states)))"
  }

  /// Whether a school's moves, and its own taken back, lead from the one version's state to the other's.
  func reaches(_ before: String, _ after: String) -> String {
    guard let machine = TableRules.of(table)?.machine else { return "true" }
    let pairs = machine.reachable(by: [.school], sender: .school).sorted { $0.key < $1.key }
      .map { from, to in "WHEN '\(from)' THEN \(state(after)) IN (\(Rights.list(to)))" }
    return "CASE \(state(before)) \(pairs.joined(separator: " ")) ELSE false END"
  }

  private func state(_ content: String) -> String { "coalesce(json_extract(\(content), '$.state'), '')" }

  private var changedCases: [String] {
    let machine = TableRules.of(table)?.machine
    let (own, foreign) = fixedColumns
    return Set(own + foreign).sorted().map { column in
      let after = "json_extract(w.after, '$.\(column)')"
      var changed = "\(after) IS NOT json_extract(p.version, '$.\(column)')"
      // What a state empties may be empty.
      let clearing = machine?.states.filter { $0.clears.contains(column) }.map(\.name) ?? []
      if !clearing.isEmpty {
        changed += " AND NOT (\(after) IS NULL AND \(state("w.after")) IN (\(Rights.list(Set(clearing)))))"
      }
      let applies = own.contains(column) ? "" : " AND p.not_own > 0"
      let label = table.column(column)?.label ?? column
      return "WHEN w.kind = 'update'\(applies) AND \(changed) THEN '改了“\(label)”'"
    }
  }

  private func guardedReason(_ machine: StateMachine) -> String { "销号、核验的列由\(machine.guardians.label)填写" }

  static func list(_ words: Set<String>) -> String {
    words.sorted().map { "'\($0)'" }.joined(separator: ", ")
  }

  static func list(_ roles: Set<Role>) -> String { list(Set(roles.map(\.rawValue))) }
}
