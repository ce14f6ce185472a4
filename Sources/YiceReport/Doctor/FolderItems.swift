internal import Glibc
internal import YiceFiles

/// A folder's rights and its free space.
enum FolderItems {
  /// A merge of a large county needs its file's size once more, and some.
  static let leastFree = 200_000_000

  static func all(_ path: String, called label: String, name: String) -> [Checkup.Item] {
    [rights(path, label, name), space(path, label, name)]
  }

  /// As others can find it, who do not know where the person stood.
  private static func whole(_ path: String) -> String {
    guard let whole = realpath(path, nil) else { return path }
    defer { free(whole) }
    return String(cString: whole)
  }

  private static func rights(_ path: String, _ label: String, _ name: String) -> Checkup.Item {
    guard access(path + "/.", R_OK | W_OK | X_OK) != 0 else {
      return Checkup.Item(name, label, "\(whole(path))，可读可写")
    }
    return Checkup.Item(
      name, label, "\(path)：\(systemReason(errno))", .broken, advice: "请换到自己可以写的文件夹（如“文档”）再操作。")
  }

  private static func space(_ path: String, _ label: String, _ name: String) -> Checkup.Item {
    let name = name + "_free"
    let label = label + "的空间"
    var disk = statvfs()
    guard statvfs(path, &disk) == 0 else {
      return Checkup.Item(name, label, "问不出来：\(systemReason(errno))", .remark)
    }
    return space(
      free: Int(
        clamping: UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize)).partialValue),
      label, name)
  }

  static func space(free: Int, _ label: String, _ name: String) -> Checkup.Item {
    let shown = "还有 \(free / 1_000_000) MB"
    return free >= leastFree
      ? Checkup.Item(name, label, shown)
      : Checkup.Item(name, label, shown, .broken, advice: "请腾出至少 \(leastFree / 1_000_000) MB，或换一个位置。")
  }
}
