internal import FoundationEssentials

/// A folder of a test's own, removed when the value goes away.
package final class Workdir {
  package let path: String

  /// - Parameter inMemory: in memory where the machine has such a folder, for tests with many small writes.
  package init(inMemory: Bool = false) {
    let memory = "/dev/shm"
    let useMemory = inMemory && FileManager.default.isWritableFile(atPath: memory)
    path =
      (useMemory ? memory : FileManager.default.temporaryDirectory.path) + "/yice-test-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Path of a file in the folder.
  package func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file in the folder and gives its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  package func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: file(name))))
  }
}
