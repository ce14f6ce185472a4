internal import GRDB
internal import YiceStandards
package import YiceStore

/// Takes the proposed 档案目录 into the bureau's own table, where it is edited. Decision 0195.
package enum MaterialProposal {
  /// Stands in each line until somebody writes something else.
  package static let mark = "建议，非官方清单"

  /// Lines that stand there already, under their number or with the same words, stay as they are.
  /// - Returns: how many were added.
  /// - Throws: `RecordError`, `ProfileError`.
  package static func take(_ writer: RevisionWriter) throws -> Int {
    let org = writer.file.bureau
    let own = try Row.fetchAll(
      writer.db, sql: "SELECT id, indicator, material FROM expected_material WHERE org_code = ?",
      arguments: [org])
    let ids = Set(own.map { $0["id"] as String })
    let words = Set(own.map { [$0["indicator"] as String, $0["material"] as String] })
    let new = try ProposedMaterial.shipped().enumerated().filter { _, line in
      !ids.contains(line.id) && !words.contains([line.indicator, line.material])
    }
    for (index, line) in new {
      try writer.add(
        .expectedMaterial,
        [
          "org_code": org, "id": line.id, "seq": String(index + 1), "indicator": line.indicator,
          "material": line.material, "who": line.who, "required": line.isRequired, "box": line.box,
          "basis": line.basis, "note": mark,
        ])
    }
    return new.count
  }
}
