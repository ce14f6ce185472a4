import Testing
import YiceStore

@testable import YiceSign

/// What the standards themselves print. No primitive is ours; this holds how libcrypto is asked.
@Suite("primitives, by the vectors of their standards")
struct PrimitiveTests {
  @Test(
    "Ed25519: RFC 8032, 7.1",
    arguments: [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        """
        e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246551\
        41438e7a100b
        """
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        """
        92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d\
        291612bb0c00
        """
      ),
    ])
  func ed25519(secret: String, publicKey: String, message: String, signature: String) throws {
    let key = try #require(CryptoKey(raw: bytes(secret), .ed25519, isPrivate: true))
    #expect(hex(key.raw(isPrivate: false)) == publicKey)
    #expect(hex(try #require(key.sign(bytes(message)))) == signature)
    let other = try #require(CryptoKey(public: key.publicBytes))
    #expect(other.verifies(bytes(message), bytes(signature)))
    #expect(!other.verifies(bytes(message) + [0], bytes(signature)))
  }

  @Test("X25519: RFC 7748, 6.1")
  func x25519() throws {
    let alice = try key("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a", .x25519)
    let bob = try key("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb", .x25519)
    #expect(
      hex(alice.raw(isPrivate: false)) == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
    let secret = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
    #expect(hex(try #require(alice.agree(with: bob))) == secret)
    #expect(hex(try #require(bob.agree(with: alice))) == secret)
  }

  @Test("ChaCha20-Poly1305: RFC 8439, 2.8.2")
  func chacha() throws {
    let text = """
      Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.
      """
    let sealed = try #require(
      EncryptionSuite.chacha(
        Array(text.utf8), key: (0x80...0x9F).map { UInt8($0) }, nonce: bytes("070000004041424344454647"),
        extra: bytes("50515253c0c1c2c3c4c5c6c7")))
    #expect(hex(Array(sealed.prefix(16))) == "d31a8d34648e60db7b86afbc53ef7ec2")
    #expect(hex(Array(sealed.suffix(16))) == "1ae10b594f09e26a7e902ecbd0600691")
  }

  @Test("HMAC (RFC 4231, 4.3), HKDF (RFC 5869, A.1) and scrypt (RFC 7914, 12)")
  func keysFromKeys() throws {
    #expect(
      hex(EncryptionSuite.age.mac(Array("Jefe".utf8), Array("what do ya want for nothing?".utf8)))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let key = EncryptionSuite.age.key(
      [UInt8](repeating: 0x0B, count: 22), salt: bytes("000102030405060708090a0b0c"),
      infoBytes: bytes("f0f1f2f3f4f5f6f7f8f9"), count: 42)
    #expect(
      hex(key) == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    let spun = try Scrypt.key("password", salt: Array("NaCl".utf8), cost: 10, lanes: 16, count: 64)
    #expect(hex(spun).hasPrefix("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"))
  }

  @Test("SM3 (GB/T 32905, A.1 and A.2) and SM4 (GB/T 32907, A.1)")
  func sm3AndSM4() throws {
    #expect(
      ContentHash.sm3.hex(of: Array("abc".utf8))
        == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
    #expect(
      ContentHash.sm3.hex(of: Array(String(repeating: "abcd", count: 16).utf8))
        == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")
    // The cipher of the first block is the counter's: that of nothing but zeros shows it.
    let block = bytes("0123456789abcdeffedcba9876543210")
    #expect(
      hex(try #require(EncryptionSuite.sm4([UInt8](repeating: 0, count: 16), key: block, vector: block)))
        == "681edf34d206965e86b3e94f536e4246")
  }

  /// The key of both examples.
  private let sm2Point = """
    0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6\
    072da9ad13
    """

  @Test("SM2 verifies the signature of GB/T 32918.5, A.2, and no other")
  func sm2Signature() throws {
    let key = try #require(
      CryptoKey(public: bytes("3059301306072a8648ce3d020106082a811ccf5501822d034200" + sm2Point)))
    let signature = bytes(
      """
      3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd\
      1f7f42d4840b69c485bbc1aa
      """)
    #expect(key.kind == .sm2)
    #expect(key.verifies(Array("message digest".utf8), signature))
    #expect(!key.verifies(Array("message digesT".utf8), signature))
  }

  @Test("SM2 decrypts the text of GB/T 32918.5, C.2")
  func sm2Decryption() throws {
    // ECPrivateKey (RFC 5915) within PKCS #8.
    let pkcs8 = bytes(
      "308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420"
        + "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8a144034200" + sm2Point)
    let pem = "-----BEGIN PRIVATE KEY-----\n\(Base64.text(pkcs8))\n-----END PRIVATE KEY-----\n"
    let key = try #require(try CryptoKey(pem: pem, passphrase: nil))
    let cipher = bytes(
      """
      307c022004ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73022100e858f9d81e5430a57b36daab8f950a3c64e6ee6a63\
      094d99283aff767e124df0042059983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766041321886ca989ca9c7d58087307ca\
      93092d651efa
      """)
    #expect(try #require(key.decrypt(cipher)) == Array("encryption standard".utf8))
    #expect(key.decrypt(Array(cipher.dropLast()) + [0]) == nil)
  }

  @Test("Bech32: BIP 173's sum, and keys as age writes them")
  func bech32() {
    #expect(Bech32.text("a", []) == "a12uel5l")
    #expect(Bech32.bytes("A12UEL5L", "a") == [])
    #expect(Bech32.bytes("a12uel5m", "a") == nil)
    #expect(Bech32.bytes("A12uEL5L", "a") == nil)
  }

  private func key(_ raw: String, _ kind: CryptoKey.Kind) throws -> CryptoKey {
    try #require(CryptoKey(raw: bytes(raw), kind, isPrivate: true))
  }
}
