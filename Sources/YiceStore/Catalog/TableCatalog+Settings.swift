extension CatalogTable {
  package static let wording = CatalogTable(
    "wording", "用词对照", group: "设置", writers: .register,
    comment: """
      What a word of a sheet stands for, where a person said so (中小学高级教师 is 高级). The school's own; under the \
      county's code the bureau's, which go to the schools.
      """,
    synonyms: ["词语对照", "用词"],
    key: ["org_code", "table_name", "column_name", "written"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校或县代码", .orgCode, required: true),
      CatalogColumn("table_name", "表", .text, required: true, comment: "name of the table, e.g. teacher"),
      CatalogColumn("column_name", "列", .text, required: true, comment: "name of its column, e.g. title"),
      CatalogColumn("written", "写法", .text, required: true, comment: "as written, without white space"),
      CatalogColumn("value", "含义", .text, comment: "the value to store; empty: leave the cell empty"),
      CatalogColumn("answered_by", "填写人", .text, sensitive: true),
      CatalogColumn("answered_on", "填写日期", .date),
      CatalogColumn("note", "备注", .text),
    ])

  package static let signingKey = CatalogTable(
    "signing_key", "签名密钥", group: "设置", writers: .bureau,
    comment: "Public keys of those who may sign for a school or a role; a struck key stays, with its day.",
    synonyms: ["密钥"],
    key: ["org_code", "key_id"], since: 2,
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn(
        "key_id", "密钥编号", .identifier, required: true, comment: "digest of the public key's line, hex"),
      CatalogColumn("holder_code", "持有单位代码", .orgCode, required: true, comment: "whom it signs for"),
      CatalogColumn("holder", "持有人", .text, sensitive: true, comment: "who keeps it"),
      CatalogColumn("role", "身份", .choice(["学校", "督查", "县级", "市级", "省级"]), required: true),
      CatalogColumn("algorithm", "算法", .choice(["Ed25519", "SM2"]), required: true),
      CatalogColumn(
        "public_key", "公钥", .text, required: true, comment: "to verify with, as key show prints it"),
      CatalogColumn("encryption_key", "加密公钥", .text, comment: "to encrypt for the holder with; empty: none"),
      CatalogColumn("valid_from", "启用日期", .date, required: true),
      CatalogColumn("struck_on", "停用日期", .date, comment: "what it signed from this day on does not count"),
      CatalogColumn("struck_reason", "停用原因", .text),
      CatalogColumn("note", "备注", .text),
    ])
}
