import FoundationEssentials
import Glibc
import Testing
import YiceFiles
import YiceTestSupport

@Suite("a folder in the making")
struct NewFolderTests {
  private let workdir = Workdir()

  private var names: Set<String> {
    get throws { Set(try FileManager.default.contentsOfDirectory(atPath: workdir.path)) }
  }

  private func put(_ name: String, in folder: NewFolder) throws {
    let file = try NewFile(for: folder.path + "/" + name, replacing: false)
    try Array("一".utf8).withUnsafeBytes { try file.write($0) }
    try file.publish()
  }

  @Test("has no name until it is whole; then the name, the files, and the rights of any other folder")
  func whole() throws {
    let folder = try NewFolder(for: workdir.file("汇编/"))
    try put("a.txt", in: folder)
    #expect(try !names.contains("汇编"))
    try folder.publish()
    #expect(try names == ["汇编"])
    #expect(try workdir.bytes("汇编/a.txt") == Array("一".utf8))
    mkdir(workdir.file("usual"), 0o777)
    var made = stat()
    var usual = stat()
    stat(workdir.file("汇编"), &made)
    stat(workdir.file("usual"), &usual)
    #expect(made.st_mode == usual.st_mode)
  }

  @Test("given up, it is gone with its files")
  func givenUp() throws {
    do {
      let folder = try NewFolder(for: workdir.file("汇编"))
      try put("a.txt", in: folder)
    }
    #expect(try names == [])
  }

  @Test("a name that is taken, then or by the time it is whole, keeps what it had")
  func taken() throws {
    let late = try NewFolder(for: workdir.file("b"))
    mkdir(workdir.file("b"), 0o777)
    try workdir.write("b/mine.txt", "mine")
    #expect(throws: FileFailure.self) { try NewFolder(for: workdir.file("b")) }
    try put("a.txt", in: late)
    #expect(throws: FileFailure.self) { try late.publish() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: workdir.file("b")) == ["mine.txt"])
  }
}

@Suite("names made for files")
struct SafeNameTests {
  @Test(
    "whatever the words hold, the name is one line, no path, and one that every disk takes",
    arguments: [
      ("../../etc/passwd", "etcpasswd.pdf"), ("a:b*?\"<>|", "ab.pdf"), ("行\n一\u{202E}二", "行一二.pdf"),
      ("", "文件.pdf"),
      ("...", "文件.pdf"), ("CON", "CON.pdf"),
      (String(repeating: "长", count: 100), String(repeating: "长", count: 65) + ".pdf"),
    ])
  func tame(_ words: String, _ name: String) {
    #expect(safeName([words], ending: ".pdf") == name)
  }

  @Test("an ending is told from a name with dots")
  func endings() {
    #expect(nameAndEnding("a.b.pdf") == ("a.b", ".pdf"))
    #expect(nameAndEnding("第1.2条和其他很长的说明文字") == ("第1.2条和其他很长的说明文字", ""))
    #expect(nameAndEnding(".hidden") == (".hidden", ""))
  }
}
