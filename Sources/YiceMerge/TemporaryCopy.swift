internal import FoundationEssentials
internal import YiceStore

/// A place for a copy of a received file; the copy goes with it.
final class TemporaryCopy: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/yice-" + UUID().uuidString + ".db"
  }

  deinit { YiceFile.delete(path) }
}
