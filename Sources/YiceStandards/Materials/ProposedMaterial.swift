internal import CYice

/// A line of the proposed 档案目录 (Profiles/materials.yaml). No official list exists: a county takes these lines into its
/// own table and edits them there.
package struct ProposedMaterial: Sendable {
  /// R4-1: the indicator and a number.
  package let id: String
  package let indicator: String
  package let material: String
  /// 县 or 校.
  package let who: String
  /// false: where there is any (如有).
  package let isRequired: Bool
  package let box: String
  /// nil: the proposal's own.
  package let basis: String?

  /// All lines, in the order of the indicators.
  /// - Throws: `ProfileError`.
  package static func shipped() throws -> [ProposedMaterial] {
    let text = try ProfileText(any: String(cString: yice_materials()), name: "档案目录（建议）")
    return try text.list().map { line in
      ProposedMaterial(
        id: try line.required("id").string(), indicator: try line.required("indicator").string(),
        material: try line.required("material").string(), who: try line.required("who").string(),
        isRequired: try line.required("required").bool(), box: try line.required("box").string(),
        basis: try line["basis"]?.string())
    }
  }
}
