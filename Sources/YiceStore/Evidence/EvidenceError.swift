package import YiceModel

/// Why a file was not kept as evidence, or not given back; nothing was changed.
package enum EvidenceError: YiceError, Equatable {
  /// The very file that it was to be attached in.
  case itself(String)
  case unreadable(String, reason: String)
  case empty(String)
  case tooLarge(String, size: Int, cap: Int)
  case full(String, size: Int, used: Int, cap: Int)
  case leftOut(String, sha256: String)
  case damaged(String)
  case exists(String)
  case unwritable(String, reason: String)
  /// A line of 档案目录 that schools answer, in a bureau's file.
  case noSchool(material: String)
  /// No line of 档案目录 has that number.
  case noMaterial(String)

  package var exitStatus: ExitStatus { .failed }

  /// 3.2 MB.
  package static func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\((bytes + 999) / 1000) KB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }

  package var description: String {
    switch self {
    case .itself(let path): "“\(path)”就是这个一册文件本身，不能附在自己里面，没有附上。"
    case .unreadable(let path, let reason): "读不了“\(path)”：\(reason)。没有附上。"
    case .empty(let path): "“\(path)”是空文件，没有附上。"
    case .tooLarge(let path, let size, let cap):
      "“\(path)”有 \(Self.size(size))，超过单个佐证文件的上限 \(Self.size(cap))，没有附上。请压缩图片或拆分，或用 yice evidence limits 调高上限。"
    case .full(let path, let size, let used, let cap):
      "“\(path)”有 \(Self.size(size))，而佐证内容已有 \(Self.size(used))，总上限 \(Self.size(cap))，没有附上。请清理不用的（yice evidence clean），或用 yice evidence limits 调高上限。"
    case .leftOut(let name, let sha):
      "“\(name)”的内容不在这个文件里（为便于发送而略去，摘要 \(sha.prefix(12))…）。请向保存原件的一方索取，合并他们的文件即可补上。"
    case .damaged(let name): "“\(name)”的内容与登记的摘要不符，可能已损坏，没有取出。"
    case .exists(let path): "“\(path)”已经存在，没有覆盖。请换一个文件名。"
    case .unwritable(let path, let reason): "写不了“\(path)”：\(reason)。"
    case .noSchool(let material): "“\(material)”由学校准备，请写明是哪一所的（--school）。没有附上。"
    case .noMaterial(let id): "“档案目录”里没有编号“\(id)”。用 yice evidence materials 查看。没有附上。"
    }
  }
}
