internal import YiceFiles
internal import YiceSign
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
  /// What its signature was found to be; nil where nothing is to be said.
  var proof: SenderProof?
  /// The file itself, where it was made of something else and lies nowhere.
  var content: SerializedFile?
}

extension VettedFile {
  /// The file that was made of a workbook, or why there is none.
  /// - Parameter trust: nobody signs a workbook, so a bureau that wants signatures has none of them.
  init(_ book: Result<ReceivedWorkbook, any Error>, path: String, trust: Trust) {
    self.path = path
    name = fileName(of: path)
    do {
      let made = try book.get()
      proof = try trust.lookAtUnsigned(made.info, name)
      outcome = .ready(made.info)
      content = made.file
    } catch {
      outcome = .refused(error)
    }
  }
}
