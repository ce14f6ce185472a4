package import YiceMerge
internal import YiceStore

/// What `received` prints.
package enum ReceiptListing {
  package static func listing(_ receipts: [Receipt]) -> Listing {
    Listing(
      columns: [
        Listing.Column("org_code", "代码"), Listing.Column("name", "学校"), Listing.Column("sent", "已报"),
        Listing.Column("files", "次数"), Listing.Column("last_at", "最近收到"), Listing.Column("last_file", "文件"),
        Listing.Column("newest_edit", "内容截至"), Listing.Column("old_copy", "最近一份是旧副本"),
        Listing.Column("recreated", "重新建过"),
        Listing.Column("conflicts", "待处理冲突"), Listing.Column("signature", "签名"),
      ],
      rows: receipts.map { receipt in
        [
          .text(receipt.orgCode), .text(receipt.name), .yesNo(receipt.files > 0), .number(receipt.files),
          .text(receipt.lastAt.map(Moment.local)), .text(receipt.lastFile),
          .text(receipt.newestEdit.map(Moment.local)), .yesNo(receipt.isOldCopy), .yesNo(receipt.recreated),
          .number(receipt.conflicts),
          receipt.signature.map { .word($0.rawValue, shown: $0.label) } ?? .empty,
        ]
      })
  }
}
