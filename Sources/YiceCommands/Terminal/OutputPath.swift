#if canImport(Glibc)
  internal import Glibc
#endif

/// Where to write: a file as given, or a proposed name in a folder.
enum OutputPath {
  static func resolve(_ given: String, name: String) -> String {
    var status = stat()
    let isFolder = given.hasSuffix("/") || (stat(given, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
    return isFolder ? (given.hasSuffix("/") ? given : given + "/") + name : given
  }

  /// The same for a file with a name of its own; nil: in the current folder. A folder that is named is made.
  static func making(_ given: String?, name: String) -> String {
    guard let given else { return name }
    if given.hasSuffix("/") { makeFolder(given) }
    return resolve(given, name: name)
  }

  /// Makes a folder, and those above it, where they are missing.
  static func makeFolder(_ path: String) {
    var built = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      built += part + "/"
      mkdir(built, 0o777)
    }
  }
}
