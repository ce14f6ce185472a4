internal import FoundationEssentials
internal import YiceFiles
internal import YiceModel

#if canImport(Glibc)
  internal import Glibc
#endif

/// Opens a text in the person's editor (`VISUAL`, `EDITOR`, else vi), as `crontab -e` does. The text may hold personal
/// data: its file is for the person alone, and goes when all is well.
enum Editor {
  enum Problem: YiceError {
    case noFile(String)
    case failed(String, status: Int32)
    case failedAfterChange(String, status: Int32, path: String)
    case kept(String)
    case changedMeanwhile(String, rows: String)
    case unreadable(String)

    var exitStatus: ExitStatus { .failed }

    var description: String {
      switch self {
      case .noFile(let reason): "写不了临时文件：\(reason)。"
      case .failed(let editor, let status): "编辑器“\(editor)”没有正常结束（\(status)），没有写入。可用环境变量 EDITOR 指定编辑器。"
      case .failedAfterChange(let editor, let status, let path):
        "编辑器“\(editor)”没有正常结束（\(status)），没有写入。改过的文本留在 \(path)，确认后加 --from \(path) 再写入；不要了请删除它。"
      case .kept(let path): "没有写入。改过的文本留在 \(path)，改好后加 --from \(path) 再写入；不要了请删除它。"
      case .changedMeanwhile(let path, let rows):
        "\(rows)。没有写入。改过的文本留在 \(path)，请重新运行 yice edit，对照着再改；不要了请删除它。"
      case .unreadable(let path): "读不了“\(path)”。"
      }
    }
  }

  /// Puts the text into a file of its own.
  /// - Returns: its path.
  static func draft(_ text: String) throws -> String {
    var template = Array("\(temporaryFolder)/yice-edit-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw Problem.noFile(systemReason(errno)) }
    close(descriptor)
    do { try Data(text.utf8).write(to: URL(filePath: path)) } catch { throw Problem.noFile(temporaryFolder) }
    chmod(path, 0o600)
    return path
  }

  /// Opens the editor on the file and waits for it to end.
  /// - Parameter text: what was given out: where the editor fails, a file that still holds it is not kept.
  /// - Throws: `Problem.failed`, `.failedAfterChange`.
  static func open(_ path: String, keeping text: String) throws {
    let named = ["VISUAL", "EDITOR"].compactMap { (name: String) in getenv(name).map { String(cString: $0) } }
    let editor = named.first { !$0.isEmpty } ?? "vi"
    let status = system(
      "\(editor) '\(path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
    )
    guard status == 0 else {
      if let left = try? read(path), left != text, !isBlank(left) {
        throw Problem.failedAfterChange(editor, status: status >> 8, path: path)
      }
      remove(path)
      throw Problem.failed(editor, status: status >> 8)
    }
  }

  static func read(_ path: String) throws -> String {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw Problem.unreadable(path) }
    return String(decoding: data, as: UTF8.self)
  }

  static func remove(_ path: String) { unlink(path) }

  static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
