internal import YiceModel
package import YiceSign

/// Registered keys, and one key as its holder shows it.
package enum KeyListing {
  /// What `key list` prints, those in use first.
  package static func listing(_ register: KeyRegister) -> Listing {
    let keys = register.keys.values.sorted {
      ($0.struckOn == nil ? 0 : 1, $0.holderCode, $0.validFrom, $0.id)
        < ($1.struckOn == nil ? 0 : 1, $1.holderCode, $1.validFrom, $1.id)
    }
    return Listing(
      columns: [
        Listing.Column("holder_code", "单位"), Listing.Column("role", "身份"), Listing.Column("holder", "持有人"),
        Listing.Column("algorithm", "算法"), Listing.Column("fingerprint", "核对数字"),
        Listing.Column("valid_from", "启用"), Listing.Column("struck_on", "停用"),
        Listing.Column("struck_reason", "停用原因"),
      ],
      rows: keys.map { key in
        [
          .text(key.holderCode), .text(key.role.label), .text(key.holder), .text(key.algorithm.rawValue),
          .text(key.fingerprint), .text(key.validFrom), .text(key.struckOn), .text(key.struckReason),
        ]
      })
  }
}

/// What `key new` and `key show` print: the public half, as a line and as digits.
package struct KeyCard: Report {
  private let key: PublicKey
  /// Where the private and the public file lie, as far as there are any.
  private let path: String?
  private let publicPath: String?

  package init(_ key: PublicKey, path: String? = nil, publicPath: String? = nil) {
    self.key = key
    self.path = path
    self.publicPath = publicPath
  }

  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("holder_code", "单位"), Listing.Column("role", "身份"), Listing.Column("algorithm", "算法"),
        Listing.Column("fingerprint", "核对数字"), Listing.Column("key_id", "密钥编号"),
        Listing.Column("public_key", "公钥"), Listing.Column("recipient", "加密收件人"),
        Listing.Column("key_file", "密钥文件"), Listing.Column("public_file", "公钥文件"),
      ],
      rows: [
        [
          .text(key.holderCode), .text(key.role.label), .text(key.algorithm.rawValue), .text(key.fingerprint),
          .text(key.id), .text(key.line), .text(key.recipient), .text(path), .text(publicPath),
        ]
      ])
  }

  package var text: String {
    var text = "单位      \(key.holderCode)（\(key.role.label)）\n算法      \(key.algorithm.rawValue)\n"
    text += "核对数字  \(key.fingerprint)\n公钥      \(key.line)\n"
    if let path { text += "密钥文件  \(path)\n" }
    if let publicPath { text += "公钥文件  \(publicPath)\n" }
    return text
  }
}
