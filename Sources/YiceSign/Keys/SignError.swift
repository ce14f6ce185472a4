package import YiceModel

/// What is wrong with a key, or what cannot be opened.
package enum SignError: YiceError, Equatable {
  case notFound(String)
  case notAKeyFile(String)
  case notAPublicKey(String)
  case wrongPassphrase(String)
  case cannotWrite(String, reason: String)
  case failed(String)
  /// The encrypted file is for others.
  case notForUs(String)
  case needsPassphrase(String)
  case wrongFilePassphrase(String)
  /// The passphrase could not be tried.
  case noMemory(String)
  /// The encrypted file is not what was written.
  case damaged(String)
  case shortPassphrase(Int)
  case passphrasesDiffer
  /// What is kept in an encrypted file cannot be worked in.
  case encrypted(String)
  case mixedRecipients
  case unknownKey(String)
  case alreadyTrusted(String)
  case alreadyStruck(String, on: String)
  case anotherHolder(String, holder: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .notFound, .cannotWrite, .failed, .noMemory, .passphrasesDiffer, .unknownKey, .alreadyTrusted,
      .alreadyStruck:
      .failed
    case .notAKeyFile, .notAPublicKey, .damaged: .notOurFile
    case .wrongPassphrase, .notForUs, .needsPassphrase, .wrongFilePassphrase, .anotherHolder, .encrypted:
      .notAllowed
    case .mixedRecipients, .shortPassphrase: .usage
    }
  }

  package var description: String {
    switch self {
    case .notFound(let path): "没有找到“\(path)”。请检查文件名和所在文件夹；本单位还没有密钥的，用 yice key new 建立。"
    case .notAKeyFile(let path): "“\(path)”不是 yice key new 写的密钥文件，或者已损坏。请用备份的那一份。"
    case .notAPublicKey(let path): "“\(path)”里没有公钥。请对方发来 yice key new 写的 .pub 文件，或 yice key show 显示的那一行。"
    case .wrongPassphrase(let path): "密钥“\(path)”的口令不对，没有写任何文件。"
    case .cannotWrite(let path, let reason): "“\(path)”写不进去：\(reason)。没有改动任何文件。"
    case .failed(let what): "\(what)没有成功（系统的密码库出错），没有写任何文件。请用 yice doctor 检查这台电脑。"
    case .notForUs(let name): "“\(name)”是加密的，但不是加密给手头这把密钥的。请用收件单位的密钥（--key），或请发送人重新加密。"
    case .needsPassphrase(let name): "“\(name)”是用口令加密的。请向发送人问口令，写进一个文件，加上 --passphrase-file 文件。"
    case .wrongFilePassphrase(let name): "“\(name)”的口令不对，没有打开，什么也没有改动。"
    case .noMemory(let name): "“\(name)”的口令没有试成：要的内存这台电脑拿不出来。请关掉别的程序再试一次；还不行，换一台电脑。"
    case .damaged(let name): "“\(name)”加密的内容已损坏或被改动过，没有打开。请发送人重新发送。"
    case .shortPassphrase(let least): "口令太短，至少 \(least) 个字。没有写任何文件。"
    case .passphrasesDiffer: "两次输入的口令不同，没有写任何文件。请再来一次。"
    case .encrypted(let name):
      "“\(name)”是加密的，只能看，不能在里面改：看用 yice info、yice verify。学校第一次收到的用 yice start 建立本校文件，以后的用 yice merge 合并。"
    case .mixedRecipients: "收件人里既有国密（SM2）的，也有普通的。一个文件只能用一种，请分两次打包。"
    case .unknownKey(let word): "没有登记过密钥“\(word)”。用 yice key list 看登记了哪些。"
    case .alreadyTrusted(let fingerprint): "密钥 \(fingerprint) 已经登记过了，没有改动。"
    case .alreadyStruck(let fingerprint, let day): "密钥 \(fingerprint) 已经在 \(day) 停用，不能再登记。请对方建立新的密钥。"
    case .anotherHolder(let name, let holder): "密钥“\(name)”是 \(holder) 的，不能为这个文件签名。请用本单位的密钥（--key）。"
    }
  }
}
