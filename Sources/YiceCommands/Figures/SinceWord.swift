internal import ArgumentParser
internal import YiceFiles
internal import YiceFormats
internal import YiceReport
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// What `--since` names: an earlier page, an older copy of the file, a day, or a revision.
enum SinceWord {
  /// - Throws: `ValidationError`, `StoreError`, and what an unreadable file throws.
  static func parse(_ word: String) throws -> ChangeOrigin.Request {
    if let day = DateText.normalized(word) { return .day(day) }
    if access(word, F_OK) == 0 {
      let name = fileName(of: word)
      if isPage(word) { return .page(try TextFile.read(word), name: name, isNamed: true) }
      return .copy(try YiceFile.revisions(of: word), name: name)
    }
    if let id = Int64(word), id > 0 { return .revision(id) }
    throw ValidationError("--since “\(word)”不是日期（如 2022-11-01）、修订编号，也没有这个文件。")
  }

  /// The page that is about to be written over; nil where there is none, or no reading it.
  static func replaced(_ path: String) -> ChangeOrigin.Request? {
    guard isPage(path), access(path, R_OK) == 0, let text = try? TextFile.read(path) else { return nil }
    return .page(text, name: path, isNamed: false)
  }

  private static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") || path.hasSuffix(".htm") }
}
