package import YiceModel
package import YiceStore

/// What merging one file did, or would do.
package struct MergeResult: Sendable {
  package enum Status: Sendable, Equatable {
    case merged
    /// The same file was merged before.
    case nothingNew
    /// The file knows nothing that ours does not know, though we never received it in this state: a copy from earlier.
    case oldCopy
    case refused(reason: String, exitStatus: ExitStatus)
  }

  package let fileName: String
  package internal(set) var info: FileInfo?
  package internal(set) var status: Status = .merged
  /// What its signature was found to be; nil where nothing is to be said.
  package internal(set) var proof: SenderProof?
  package internal(set) var counts = MergeCounts()
  /// Rows that a person should know of, by name: those left out for want of authority (越权), and those that one side
  /// deleted while the other changed them (删改并存); at most `listLimit` of them.
  package internal(set) var findings: [Finding] = []

  /// What of a workbook stayed out and its sender must mend: rows, and whole sheets.
  package internal(set) var mendings = 0

  package static let listLimit = 100
}

/// Rows by what the merge did with them.
package struct MergeCounts: Sendable, Equatable {
  package internal(set) var new = 0
  package internal(set) var changed = 0
  package internal(set) var removed = 0
  /// Rows with two versions of different content.
  package internal(set) var conflicts = 0
  package internal(set) var leftOut = 0
  /// Rows that one side deleted while the other changed them: kept as changed.
  package internal(set) var keptEdits = 0
  /// Rows that somebody had changed in this file without the right to, given back from the other.
  package internal(set) var healed = 0

  init() {}

  /// Rows that were set aside and came again are no new ones.
  mutating func heal(_ rows: Int) {
    healed = rows
    new -= min(new, rows)
  }

  /// Rows that came, changed or went.
  var total: Int { new + changed + removed + conflicts }

  /// The sum.
  package init(_ parts: [MergeCounts]) {
    for part in parts { self += part }
  }

  static func += (left: inout MergeCounts, right: MergeCounts) {
    left.new += right.new
    left.changed += right.changed
    left.removed += right.removed
    left.conflicts += right.conflicts
    left.leftOut += right.leftOut
    left.keptEdits += right.keptEdits
    left.healed += right.healed
  }
}
