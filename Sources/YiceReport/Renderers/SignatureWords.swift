package import YiceMerge
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// What is said of a received file's signature; the same in every place.
extension SenderProof {
  /// 「签名有效」, with who and when.
  package var words: String {
    var words = verdict.label
    let who = registered.map { "\($0.holderCode) \($0.role.label)" } ?? publicKey.map { $0.fingerprint }
    let moment = registered == nil ? nil : signedAt
    if let who { words += "（\(who)\(moment.map { "，" + Moment.local($0) } ?? "")）" }
    return words
  }

  var cell: Listing.Cell { .word(verdict.rawValue, shown: words) }
}
