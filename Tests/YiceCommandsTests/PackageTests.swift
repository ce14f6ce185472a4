import Foundation
import Testing
import YiceTestSupport

@Suite("the package runs on old systems, and the desktop knows its files (Decision 0140)")
struct PackageTests {
  private let workdir = Workdir()
  private static let packaged = Repository.root + "/.build/package/yice"
  private static let data = "scripts/packaging/"

  private func neededGlibc(_ program: String, _ limit: String) throws -> ProgramResult {
    try run(Repository.root + "/scripts/needed-glibc", [program, limit], in: workdir)
  }

  @Test("what the .deb depends on is what the program is linked for")
  func depends() throws {
    let limit = try #require(
      try Repository.text("scripts/link-portable").firstMatch(of: #/glibc_limit=(\S+)/#)?.output.1)
    #expect(try Repository.text(Self.data + "control").contains("Depends: libc6 (>= \(limit))\n"))
  }

  @Test("the packaged program asks for glibc 2.28 and for no other library")
  func oldest() throws {
    guard FileManager.default.fileExists(atPath: Self.packaged) else {
      return print("skipped: .build/package/yice is made by make package")
    }
    let result = try neededGlibc(Self.packaged, "2.28")
    #expect(result.status == 0, "\(result.err)")
  }

  @Test(
    "a program that asks for a newer glibc is refused with its symbols, one that wants other libraries with these"
  )
  func refused() throws {
    let newer = try neededGlibc("/bin/bash", "2.2")
    #expect(newer.status == 1)
    #expect(newer.err.contains("超过 2.2"))
    #expect(newer.err.contains("__libc_start_main（2.34）"))
    let others = try neededGlibc("/bin/bash", "9.9")
    #expect(others.status == 1)
    #expect(others.err.contains("libtinfo.so"))
    #expect(!others.err.contains(" libc.so"))
  }

  @Test("the MIME type's marks are the bytes of a file that the program makes")
  func mark() throws {
    let office = try Office()
    let bytes = try office.bytes()
    let type = try Repository.text(Self.data + "yice.xml")
    let header = try #require(type.firstMatch(of: #/type="string" value="([^"\\]+)\\0" offset="0"/#))
    #expect(Array(bytes.prefix(16)) == Array(header.output.1.utf8) + [0])
    let mark = try #require(type.firstMatch(of: #/type="big32" value="0x(\w+)" offset="(\d+)"/#))
    let offset = try #require(Int(mark.output.2))
    let found = bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    #expect(found == UInt32(mark.output.1, radix: 16))
  }

  @Test("the desktop entry names the type, the icon and the script that the package installs")
  func desktop() throws {
    let entry = try Repository.text(Self.data + "yice.desktop")
    let script = try Repository.text("scripts/package")
    let type = try #require(
      try Repository.text(Self.data + "yice.xml").firstMatch(of: #/mime-type type="([^"]+)"/#))
    #expect(entry.contains("MimeType=\(type.output.1);"))
    for path in ["/usr/lib/yice/show-file", "/usr/share/icons/hicolor/scalable/apps/yice.svg"] {
      #expect(script.contains("$root\(path)\""), "\(path)")
    }
    #expect(entry.contains("Exec=/usr/lib/yice/show-file %f\n"))
    #expect(entry.contains("Icon=yice\n"))
  }

  @Test(
    "every command has a page of the manual, in Chinese and in English; a text too many or too few is told")
  func manual() throws {
    let script = Repository.root + "/scripts/manual"
    let words = Repository.root + "/scripts/packaging/manual.en.json"
    let result = try run(script, [yicePath, workdir.file("man")], in: workdir)
    #expect(result.status == 0, "\(result.err)")
    let english = try run(script, [yicePath, workdir.file("en"), words], in: workdir)
    #expect(english.status == 0, "\(english.err)")
    let tree = try CommandTree.read()
    for (words, _) in tree.all {
      let name = (["yice"] + words).joined(separator: "-")
      let text = String(decoding: try workdir.bytes("en/\(name).1"), as: UTF8.self)
      #expect(text.contains(".SH NAME\n") && !text.contains(".SH 名称"), "\(name)")
    }
    try workdir.write("few.json", #"{"开启新学年": "x", "没有这句话": "y"}"#)
    let wrong = try run(script, [yicePath, workdir.file("none"), workdir.file("few.json")], in: workdir)
    #expect(wrong.status == 1 && wrong.err.contains("not a text of the program: '没有这句话'"), "\(wrong.err)")
    #expect(wrong.err.contains("no text for '一册：义务教育优质均衡台账'"))
    for (words, command) in tree.all {
      let name = (["yice"] + words).joined(separator: "-")
      let text = String(decoding: try workdir.bytes("man/\(name).1"), as: UTF8.self).replacing(
        "\\:", with: ""
      ).replacing("\\-", with: "-")
      #expect(text.contains(command.abstract ?? "?"), "\(name)")
    }
  }
}
