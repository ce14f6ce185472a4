internal import YiceStore

/// A received file that has been looked at, or why it is not merged.
struct VettedFile: Sendable {
  enum Outcome: Sendable {
    case ready(FileInfo)
    /// It says it knows what it knew when it was merged before.
    case known(FileInfo)
    case refused(any Error)
  }

  let path: String
  let name: String
  let outcome: Outcome
}
