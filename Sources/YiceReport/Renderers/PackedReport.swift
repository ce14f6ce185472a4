package import YiceSign
package import YiceStore

/// The file that `pack` made.
package struct PackedReport: Report {
  private let path: String
  private let info: FileInfo
  private let left: (count: Int, bytes: Int)
  private let signedBy: PublicKey?
  private let isEncrypted: Bool

  /// - Parameter left: contents of evidence that stayed behind, and their bytes.
  package init(
    _ path: String, of info: FileInfo, left: (count: Int, bytes: Int), signedBy: PublicKey?, isEncrypted: Bool
  ) {
    self.path = path
    self.info = info
    self.left = left
    self.signedBy = signedBy
    self.isEncrypted = isEncrypted
  }

  /// The path alone, as the programs that send it on read it.
  package var text: String { path + "\n" }

  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("file", "文件"), Listing.Column("org_code", "代码"), Listing.Column("org_name", "名称"),
        Listing.Column("evidence_left_out", "没有带的佐证"),
        Listing.Column("bytes_left_out", "没有带的字节"),
        Listing.Column("signed_by", "签名密钥"), Listing.Column("encrypted", "加密"),
      ],
      rows: [
        [
          .text(path), .text(info.orgCode), .text(info.orgName), .number(left.count), .number(left.bytes),
          .text(signedBy?.fingerprint), .yesNo(isEncrypted),
        ]
      ])
  }
}
