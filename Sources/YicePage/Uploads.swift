internal import Synchronization
internal import YiceFiles
internal import YiceFormats
internal import YiceModel
internal import YiceServer

#if canImport(Glibc)
  internal import Glibc
#endif

/// Files that were dropped on the page, kept for as long as they are looked at: never more than a few, each gone when the
/// program ends.
final class Uploads: Sendable {
  static let place = "/import/upload"
  private static let places: Set = [place, "/receive/upload", "/entry", "/oversize", "/materials"]
  private static let kept = 4

  struct Entry: Sendable {
    let id: String
    /// Of the files in the folder, in the order in which they came.
    var names: [String] = []
    let folder: PrivateFolder
    /// Cells written anew, by the sheet's name.
    var corrections: [String: [CellPlace: String]] = [:]
    /// Which table a sheet goes to, where it was said; English names by the sheet's name.
    var tables: [String: String] = [:]
    /// 「表格的列名=本表的列名」
    var mapping: [String] = []
    var school: String?

    var name: String { names.last ?? "" }
    var paths: [String] { names.map { folder.path + "/" + $0 } }
    var path: String { folder.path + "/" + name }
  }

  private let entries = Mutex<[Entry]>([])

  static func isPlace(_ path: String) -> Bool {
    places.contains(path) || path.hasPrefix("/table/") && path.hasSuffix("/" + RowEvidence.word)
  }

  /// Takes a file in under the name that it had.
  /// - Parameter batch: of files that came before and go together with it.
  /// - Throws: `Problem`.
  func keep(_ upload: Upload, name: String, beside batch: String? = nil) throws -> Entry {
    guard upload.count > 0 else { throw Problem.empty }
    var entry = try batch.map(entry) ?? Uploads.fresh()
    let tame = Uploads.tame(name)
    // Two folders of a mail may hold files of one name.
    let name = entry.names.contains(tame) ? "\(entry.names.count + 1)-\(tame)" : tame
    guard entry.names.count < Uploads.most, rename(upload.path, entry.folder.path + "/" + name) == 0 else {
      throw Problem.noRoom
    }
    entry.names.append(name)
    let whole = entry
    entries.withLock { entries in
      entries.removeAll { $0.id == whole.id }
      entries.append(whole)
      if entries.count > Uploads.kept { entries.removeFirst() }
    }
    return entry
  }

  /// Files of one drop: a county has so many schools at most, twice over.
  private static let most = 1000

  private static func fresh() throws -> Entry {
    guard let id = ServerProcess.secret(bits: 64), let folder = try? PrivateFolder() else {
      throw Problem.noRoom
    }
    return Entry(id: id, folder: folder)
  }

  /// - Throws: `Problem.gone`.
  func entry(_ id: String) throws -> Entry {
    guard let entry = entries.withLock({ $0.first { $0.id == id } }) else { throw Problem.gone }
    return entry
  }

  func update(_ entry: Entry) {
    entries.withLock { entries in
      if let place = entries.firstIndex(where: { $0.id == entry.id }) { entries[place] = entry }
    }
  }

  /// The last part of a name, without what could lead out of a folder or hide it.
  static func tame(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var tame = last.filter { character in
      character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
    while tame.hasPrefix(".") { tame.removeFirst() }
    while tame.utf8.count > 200 { tame.removeFirst() }
    return tame.isEmpty ? "表格" : tame
  }

  enum Problem: YiceError {
    case empty, noRoom, gone

    var exitStatus: ExitStatus { .failed }

    var description: String {
      switch self {
      case .empty: "这个文件是空的。"
      case .noRoom: "放不下这个文件：请检查临时文件夹（\(temporaryFolder)）的剩余空间。"
      case .gone: "这个表格已经不在了（只留最近 \(Uploads.kept) 个）。请再拖进来一次。"
      }
    }
  }
}
