internal import YiceFiles
internal import YiceServer

#if canImport(Glibc)
  internal import Glibc
#endif

/// Files that are made to be saved by the browser; they lie where only their owner can read, until they are sent.
enum Downloads {
  /// - Parameter make: writes it to the path.
  /// - Throws: what `make` throws, `Uploads.Problem.noRoom`.
  static func made(named name: String, _ make: (String) throws -> Void) throws -> HTTPResponse {
    guard let folder = try? PrivateFolder() else { throw Uploads.Problem.noRoom }
    let path = folder.path + "/" + Uploads.tame(name)
    try make(path)
    // The name goes away with the folder; what is open stays until it is sent.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Uploads.Problem.noRoom }
    return Answers.download(descriptor, count: Int(status.st_size), name: name)
  }
}
