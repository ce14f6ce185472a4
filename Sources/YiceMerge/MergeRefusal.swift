package import YiceModel

/// Why a whole file was not merged; the county file is as it was.
package enum MergeRefusal: YiceError, Equatable {
  case itself(String)
  case leftover(String, suffix: String)
  case damaged(String, detail: String)
  case notADescription(String)
  case foreignFile(String, org: String, orgName: String, own: String)
  case foreignCounty(String, county: String, own: String)
  case foreignRow(String, table: String, row: String, org: String)
  case badRow(String, table: String, detail: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .itself: .usage
    case .foreignFile, .foreignCounty, .foreignRow: .notAllowed
    case .leftover, .damaged, .notADescription, .badRow: .notOurFile
    }
  }

  package var description: String {
    switch self {
    case .itself(let name): "“\(name)”就是合并的目标文件本身，请只列出收到的文件。"
    case .leftover(let name, let suffix):
      "“\(name)”旁边还有未写完的“\(name)\(suffix)”，内容可能不完整。请发送人关闭所有程序后，用 yice 打开一次再重新发送。"
    case .damaged(let name, let detail): "“\(name)”已损坏（\(detail)）。请发送人重新发送。"
    case .notADescription(let name): "“\(name)”没有写明是谁的文件，不能合并。请发送人用 yice 重新生成。"
    case .foreignFile(let name, let org, let orgName, let own):
      "“\(name)”是 \(orgName)（\(org)）的文件，与本文件（\(own)）不是同一单位，没有合并。"
    case .foreignCounty(let name, let county, let own):
      "“\(name)”属于 \(county)，不是本县（\(own)）的学校，没有合并。"
    case .foreignRow(let name, let table, let row, let org):
      "“\(name)”里有不属于本单位的行：“\(table)”\(row) 属于 \(org)。整个文件没有合并，请发送人检查。"
    case .badRow(let name, let table, let detail):
      "“\(name)”的“\(table)”表里有不合规定的行（\(detail)）。整个文件没有合并，请发送人检查。"
    }
  }
}
