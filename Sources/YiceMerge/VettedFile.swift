internal import YiceFiles
internal import YiceStore

/// A received file that has been looked at, or why it is not merged.
struct VettedFile: Sendable {
  enum Outcome: Sendable {
    /// To be attached.
    case ready(FileInfo)
    /// It says that it is in a state in which it was merged before.
    case known(FileInfo)
    case refused(any Error)
  }

  let path: String
  let name: String
  let outcome: Outcome
  /// What `path` names when the file had to be brought to the current format; lives as long as this.
  var copy: TemporaryCopy?
  /// The file itself, where it was made of something else and lies nowhere.
  var content: SerializedFile?
}

extension VettedFile {
  /// The file that was made of a workbook, or why there is none.
  init(_ book: Result<ReceivedWorkbook, any Error>, path: String) {
    self.path = path
    name = fileName(of: path)
    switch book {
    case .success(let made):
      outcome = .ready(made.info)
      content = made.file
    case .failure(let error): outcome = .refused(error)
    }
  }
}
