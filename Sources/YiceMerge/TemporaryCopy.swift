internal import YiceFiles

/// A place for a copy of a received file, for its owner's eyes alone; the copy goes with it, and with a signal that ends
/// the program.
final class TemporaryCopy: Sendable {
  private let folder: PrivateFolder?
  private let name: String

  /// - Parameter inMemory: of what was encrypted: see `PrivateFolder`.
  init(inMemory: Bool = false, name: String = "copy.db") {
    folder = try? PrivateFolder(inMemory: inMemory)
    self.name = name
  }

  /// Where no folder could be made nothing can be written either, and whoever writes is told.
  var path: String { (folder?.path ?? temporaryFolder + "/yice") + "/" + name }
}
