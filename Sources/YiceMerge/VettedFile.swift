internal import YiceStore

/// A received file that has been looked at, or why it is not merged.
struct VettedFile: Sendable {
  enum Outcome: Sendable {
    /// To be attached.
    case ready(FileInfo)
    /// What is new in it has been read already.
    case delta(FileInfo, Delta)
    /// It says it knows what it knew when it was merged before.
    case known(FileInfo)
    /// It knows less than we do.
    case oldCopy(FileInfo, Sighting)
    case refused(any Error)
  }

  let path: String
  let name: String
  let outcome: Outcome
  /// What `path` names when the file had to be brought to the current format; lives as long as this.
  var copy: TemporaryCopy?

  var isToBeAttached: Bool {
    if case .ready = outcome { true } else { false }
  }
}
