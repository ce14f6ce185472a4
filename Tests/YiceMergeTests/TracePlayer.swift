import Foundation
import GRDB
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Plays a history of the model on real files, by the ways that people have, and compares what they hold after each step.
final class TracePlayer {
  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  let work: Workdir
  private let templates: TraceTemplates
  /// Copies of templates.
  private var places: [String: TracePlaces.Place] = [:]
  /// Files that were made otherwise.
  private var open: [String: YiceFile] = [:]
  private var outside: [String: DatabaseQueue] = [:]
  /// What the model calls a revision. Another program's transaction may mint several for one of the model's.
  private var labels: [Int64: String] = [:]
  private var revisions: [String: [Int64]] = [:]
  private var moment = ""

  init(work: Workdir, templates: TraceTemplates) {
    self.work = work
    self.templates = templates
  }

  func play(_ trace: Trace) throws {
    for (number, step) in trace.steps.enumerated() {
      do {
        try play(step)
      } catch {
        throw Difference(description: "step \(number + 1), \(step):\n\(error)")
      }
    }
    templates.places.giveBack(Array(places.values))
    places = [:]
  }

  private func play(_ step: Trace.Step) throws {
    guard let name = step.file else { return try end(step) }
    switch step.op {
    case "new":
      let template = try templates.path(role: step.role ?? "", org: step.org ?? "")
      return try take(name, template, holding: template)
    case "copy": try copy(step.source ?? "", name)
    case "extract":
      try Extract.write(file(step.source ?? ""), school: ModelRow.codes[step.org ?? ""] ?? "", to: path(name))
    case "start": _ = try Start.school(from: YiceFile.open(path(step.source ?? "")), to: path(name))
    case "inspect": _ = try Start.inspection(from: YiceFile.open(path(step.source ?? "")), to: path(name))
    case "write", "resolve":
      awaitNextMoment()
      if step.by == "other" { try otherProgram(step, name) } else { try write(step, name) }
    case "undo":
      awaitNextMoment()
      try undo(step, name)
    case "merge": try merge(step, name)
    default: throw Difference(description: "unknown step")
    }
    guard let state = step.state else { return }
    try compare(name, state)
  }

  private func end(_ step: Trace.Step) throws {
    for (name, state) in step.files ?? [:] { try compare(name, state) }
  }

  private func compare(_ name: String, _ expected: String) throws {
    let found = try state(name).lines
    // Lines set aside are for people only; how they are kept is the program's own affair.
    let wanted = Set(expected.split(separator: "\n").filter { !$0.hasPrefix("x ") }.map(String.init))
    // Where two versions are of one rank, either may be shown.
    let undecided = found.filter { line in line.hasPrefix("^ ") && !wanted.contains { isOfOneKey($0, line) } }
    guard found.subtracting(undecided) != wanted else { return }
    let more = found.subtracting(wanted).sorted().map { "  only in the file:  " + $0 }
    let less = wanted.subtracting(found).sorted().map { "  only in the model: " + $0 }
    throw Difference(
      description: (["\(name) is not as the model has it"] + more + less).joined(separator: "\n"))
  }

  private func isOfOneKey(_ line: String, _ other: String) -> Bool {
    line.hasPrefix("^ ") && line.split(separator: " ")[1] == other.split(separator: " ")[1]
  }

  private func state(_ name: String) throws -> ModelState {
    try file(name).read {
      try ModelState($0, label: { self.labels[$0] }, background: TraceTemplates.background)
    }
  }

  // MARK: - Files

  func path(_ name: String) -> String { places[name]?.path ?? work.file(name + ".db") }

  /// The file, opened once and kept open for the whole history.
  private func file(_ name: String) throws -> YiceFile {
    if let file = places[name]?.file ?? open[name] { return file }
    let file = try name.hasPrefix("x") ? YiceFile.open(path(name)) : YiceFile.open(path(name), for: .write)
    open[name] = file
    return file
  }

  private func copy(_ source: String, _ name: String) throws {
    if let template = places[source]?.template { return try take(name, template, holding: path(source)) }
    try Data(contentsOf: URL(filePath: path(source))).write(to: URL(filePath: path(name)))
  }

  private func take(_ name: String, _ template: String, holding path: String) throws {
    places[name] = try templates.places.take(copyOf: template, holding: path)
  }

  /// A file shows the version of the later moment; the model's moments are all different.
  private func awaitNextMoment() {
    while Moment.now() == moment {}
    moment = Moment.now()
  }

  // MARK: - Steps

  private struct Operation {
    let verb: String
    let row: ModelRow
    let content: String?
  }

  private func operations(_ step: Trace.Step) -> [Operation] {
    (step.do ?? []).compactMap { parts in
      guard parts.count == 5, let verb = parts[0], let kind = parts[1], let org = parts[2], let id = parts[3]
      else { return nil }
      return Operation(verb: verb, row: ModelRow(kind: kind, org: org, id: id), content: parts[4])
    }
  }

  private func name(_ rev: Int64, _ label: String?) {
    guard let label else { return }
    labels[rev] = label
    revisions[label, default: []].append(rev)
  }

  private func write(_ step: Trace.Step, _ name: String) throws {
    let rev = try file(name).write(step.op, author: .tester) { writer in
      for operation in operations(step) {
        let row = operation.row
        if step.op == "resolve", let content = operation.content, try decide(row, content, writer) {
          continue
        }
        switch (operation.verb, operation.content) {
        case ("add", let content?):
          var values = row.values(content)
          for (column, value) in zip(row.table.key, row.key.values) { values.set(column, value) }
          try writer.add(row.table, values)
        case ("set", let content?): try writer.set(row.table, row.key, row.values(content))
        case ("both", let content?): try writer.keepBoth(row.table, row.key, row.all(content))
        default: try writer.remove(row.table, row.key)
        }
      }
      return writer.rev
    }
    self.name(rev, step.rev)
  }

  /// Takes the version with that content; false where the versions do not differ, so that nothing is asked of a person.
  private func decide(_ row: ModelRow, _ content: String, _ writer: RevisionWriter) throws -> Bool {
    let conflicts = try Conflict.all(writer.db)
    guard let conflict = conflicts.first(where: { $0.table.name == row.table.name && $0.key == row.key })
    else {
      return false
    }
    let wanted = row.values(content)
    let number = conflict.versions.firstIndex { version in
      wanted.values.allSatisfy { version.values[$0.key] == $0.value }
    }
    guard let number else { throw Difference(description: "no version of \(row.name) is \(content)") }
    try Resolution(.version(number + 1)).apply(to: conflict, writer)
    return true
  }

  /// A program that knows nothing of yice: the triggers in the file stamp what it writes.
  private func otherProgram(_ step: Trace.Step, _ name: String) throws {
    open[name] = name.hasPrefix("x") ? nil : open[name]
    let queue = try places[name]?.outside() ?? outside[name] ?? DatabaseQueue(path: path(name))
    if places[name] == nil { outside[name] = queue }
    let minted = try queue.writeWithoutTransaction { db in
      let before = try Int64.fetchSet(db, sql: "SELECT id FROM revision")
      try db.inTransaction(.immediate) {
        for operation in operations(step) { try otherProgram(operation, db) }
        return .commit
      }
      if step.cut == true {
        for operation in operations(step) {
          try db.execute(
            sql: "DELETE FROM change WHERE table_name = ? AND row_key = ? AND void = 0",
            arguments: [operation.row.table.name, operation.row.key.json])
        }
      }
      return try Int64.fetchSet(db, sql: "SELECT id FROM revision").subtracting(before)
    }
    for rev in minted { self.name(rev, step.rev) }
    guard !minted.isEmpty else { throw Difference(description: "the triggers minted no revision") }
  }

  private func otherProgram(_ operation: Operation, _ db: Database) throws {
    let table = operation.row.table
    let match = table.key.map { "\($0) = ?" }.joined(separator: " AND ")
    let key = StatementArguments(operation.row.key.values)
    guard let content = operation.content else {
      return try db.execute(sql: "DELETE FROM \(table.name) WHERE \(match)", arguments: key)
    }
    let values = operation.row.values(content).values.sorted { $0.key < $1.key }
    let given = StatementArguments(values.map(\.value))
    if operation.verb == "add" {
      let columns = (values.map(\.key) + table.key).joined(separator: ", ")
      let marks = Array(repeating: "?", count: values.count + table.key.count).joined(separator: ", ")
      try db.execute(sql: "INSERT INTO \(table.name) (\(columns)) VALUES (\(marks))", arguments: given + key)
    } else {
      let set = values.map { "\($0.key) = ?" }.joined(separator: ", ")
      try db.execute(sql: "UPDATE \(table.name) SET \(set) WHERE \(match)", arguments: given + key)
    }
  }

  private func undo(_ step: Trace.Step, _ name: String) throws {
    guard let undone = step.undoes.flatMap({ revisions[$0] }) else {
      throw Difference(description: "no such revision")
    }
    let rev = try file(name).write("undo", author: .tester) { writer in
      for revision in undone { try Undo(revision).apply(writer) }
      return writer.rev
    }
    guard let revs = step.revs, let first = revs.first?.first else { return }
    self.name(rev, first)
    // Further versions that it gives back, each under a revision of its own.
    for version in try state(name).unnamed {
      let more = revs.dropFirst().first {
        $0.count == 3 && $0[1] == version.row.name && $0[2] == version.content
      }
      self.name(version.rev, more?.first)
    }
  }

  private func merge(_ step: Trace.Step, _ name: String) throws {
    let source = path(step.source ?? "")
    guard step.refused == true else {
      for result in try merge(source, into: name) {
        if let refusal = result.refusal { throw Difference(description: "refused: \(refusal.reason)") }
      }
      return
    }
    let results = try? merge(source, into: name)
    guard results?.allSatisfy({ $0.refusal != nil }) ?? true else {
      throw Difference(description: "a file that must be refused was taken")
    }
  }

  private func merge(_ source: String, into name: String) throws -> [MergeResult] {
    try places[name]?.merge(source) ?? Merger(into: file(name)).merge([source])
  }
}
