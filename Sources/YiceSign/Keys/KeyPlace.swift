internal import FoundationEssentials
package import YiceModel
package import YiceStore

/// Where a user's keys lie: `yice/keys` below the folder for settings ($XDG_CONFIG_HOME, else ~/.config), one file a holder
/// and role, so that the key for a file is found by what the file is.
package enum KeyPlace {
  /// nil where the user has no home.
  package static var folder: String? {
    let environment = ProcessInfo.processInfo.environment
    func value(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return (value("XDG_CONFIG_HOME") ?? value("HOME").map { $0 + "/.config" }).map { $0 + "/yice/keys" }
  }

  package static func name(holderCode: String, role: Role) -> String { "\(holderCode)-\(role.label).key" }

  /// Whose key signs what comes out of a file.
  package static func holder(of info: FileInfo) -> (code: String, role: Role) {
    info.role == .inspection ? (info.countyCode ?? info.orgCode, .inspection) : (info.orgCode, info.role)
  }

  /// The path of the key that signs for a file, where it lies in the usual place; nil: there is none.
  package static func key(for info: FileInfo) -> String? {
    let (code, role) = holder(of: info)
    guard let path = folder.map({ $0 + "/" + name(holderCode: code, role: role) }),
      FileManager.default.fileExists(atPath: path)
    else { return nil }
    return path
  }

  /// All keys of the user, to open what was encrypted for any of them.
  package static var keys: [String] {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return []
    }
    return names.filter { $0.hasSuffix(".key") }.sorted().map { folder + "/" + $0 }
  }

  /// Makes the place, for its owner alone.
  package static func make() {
    guard let folder else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
