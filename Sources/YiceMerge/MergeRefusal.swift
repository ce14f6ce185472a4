package import YiceModel
package import YiceStore

/// Why a whole file was not merged; the county file is as it was.
package enum MergeRefusal: YiceError, Equatable {
  case itself(String)
  case tooLarge(String, bytes: Int, limit: Int)
  case leftover(String, suffix: String)
  case tooSlow(String, seconds: Double)
  case damaged(String, detail: String)
  /// Tables, in the words people use for them, whose content is not what was packed.
  case brokenSeal(String, parts: [String])
  /// The file to be packed holds text that its reader will refuse.
  case unsoundText(String, table: String, row: String)
  case schema(String, SchemaCheck.Difference)
  case notADescription(String)
  case foreignFile(String, org: String, orgName: String, own: String)
  case foreignCounty(String, county: String, own: String)
  case foreignRow(String, table: String, row: String, org: String)
  case extract(String)
  case tooManyVersions(String, table: String, row: String, count: Int, limit: Int)
  case unknownRevision(String, table: String, row: String)
  case badRow(String, table: String, detail: String)
  case wrongSignature(String)
  case unsigned(String, org: String, orgName: String)
  case unknownKey(String, fingerprint: String, org: String)
  case struckKey(String, fingerprint: String, on: String)
  case foreignKey(String, fingerprint: String, holder: String, org: String)

  init(_ problem: UntrustedFile.Problem, name: String) {
    switch problem {
    case .tooLarge(let bytes, let limit): self = .tooLarge(name, bytes: bytes, limit: limit)
    case .leftover(let suffix): self = .leftover(name, suffix: suffix)
    case .tooSlow(let seconds): self = .tooSlow(name, seconds: seconds)
    }
  }

  package var exitStatus: ExitStatus {
    switch self {
    case .itself: .usage
    case .foreignFile, .foreignCounty, .foreignRow, .extract: .notAllowed
    case .unsigned, .unknownKey, .struckKey, .foreignKey: .notAllowed
    default: .notOurFile
    }
  }

  package var description: String {
    switch self {
    case .itself(let name): "“\(name)”就是合并的目标文件本身，请只列出收到的文件。"
    case .tooLarge(let name, let bytes, let limit):
      "“\(name)”有 \(bytes >> 20) MB，超过上限 \(limit >> 20) MB，没有打开。请发送人检查，或去掉附件内容后重新打包。"
    case .leftover(let name, let suffix):
      "“\(name)”还有没写完的内容在“\(name)\(suffix)”里，单独这个文件可能不完整。请发送人关闭所有程序，用 yice pack 打包后重新发送。"
    case .tooSlow(let name, let seconds):
      "检查“\(name)”超过 \(Int(seconds)) 秒仍未完成，没有合并。请发送人用 yice pack 重新打包发送。"
    case .damaged(let name, let detail): "“\(name)”已损坏（\(detail)）。请发送人重新发送。"
    case .brokenSeal(let name, let parts):
      "“\(name)”的封条与内容不符：\(parts.joined(separator: "、"))。打包后内容被改动或损坏，没有使用。请发送人从自己的文件用 yice pack 重新打包发送。"
    case .unsoundText(let name, let table, let row):
      "“\(name)”的“\(table)”\(row) 里有无法识别的文字，对方会拒收，没有打包。请改正这一行后再打包。"
    case .schema(let name, let difference):
      "“\(name)”\(difference.words)，不可信，没有合并。请发送人用 yice 重新生成。"
    case .notADescription(let name): "“\(name)”没有写明是谁的文件，不能合并。请发送人用 yice 重新生成。"
    case .foreignFile(let name, let org, let orgName, let own):
      "“\(name)”是 \(orgName)（\(org)）的文件，与本文件（\(own)）不是同一单位，没有合并。"
    case .extract(let name):
      "“\(name)”是教育局发给学校的文件，没有合并。教育局之间请发送县级文件本身；学校填好的是 yice start 建立的本校文件。"
    case .tooManyVersions(let name, let table, let row, let count, let limit):
      "“\(name)”的“\(table)”\(row) 有 \(count) 个待定版本，超过上限 \(limit) 个，没有合并。请发送人先用 yice resolve 处理，再重新打包。"
    case .foreignCounty(let name, let county, let own):
      "“\(name)”属于 \(county)，不是本县（\(own)）的，没有合并。"
    case .foreignRow(let name, let table, let row, let org):
      "“\(name)”里有不属于本单位的行：“\(table)”\(row) 属于 \(org)。整个文件没有合并，请发送人检查。"
    case .unknownRevision(let name, let table, let row):
      "“\(name)”的“\(table)”\(row) 没有修订记录（可能由别的程序关掉触发器后写入）。整个文件没有合并，请发送人用 yice 重新录入这些行。"
    case .badRow(let name, let table, let detail):
      "“\(name)”的“\(table)”表里有不合规定的行（\(detail)）。整个文件没有合并，请发送人检查。"
    case .wrongSignature(let name):
      "“\(name)”签名不符：签名之后内容、单位或文件被换过。没有使用，请打电话给发送人，用 yice pack 重新打包发送。"
    case .unsigned(let name, let org, let orgName):
      "“\(name)”没有签名，按本局的规定（yice key require）不收 \(orgName)（\(org)）没有签名的文件。请发送人用自己的密钥重新打包。"
    case .unknownKey(let name, let fingerprint, let org):
      "“\(name)”签名的密钥没有登记，按本局的规定（yice key require）不收。请打电话向 \(org) 核对 \(fingerprint)，相符就用 yice key trust 登记，再合并。"
    case .struckKey(let name, let fingerprint, let day):
      "“\(name)”是用 \(day) 起停用的密钥（\(fingerprint)）签名的，没有使用。请发送人用新的密钥重新打包。"
    case .foreignKey(let name, let fingerprint, let holder, let org):
      "“\(name)”写的单位是 \(org)，签名的密钥（\(fingerprint)）登记给了 \(holder)。没有使用，请打电话给发送人。"
    }
  }
}
