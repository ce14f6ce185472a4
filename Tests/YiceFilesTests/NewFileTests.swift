import FoundationEssentials
import Glibc
import Testing
import YiceFiles
import YiceTestSupport

@Suite("a file in the making")
struct NewFileTests {
  private let workdir = Workdir()

  private var names: Set<String> {
    get throws { Set(try FileManager.default.contentsOfDirectory(atPath: workdir.path)) }
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return stat(workdir.file(name), &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func write(_ text: String, _ file: NewFile) throws {
    try Array(text.utf8).withUnsafeBytes { try file.write($0) }
  }

  @Test("is for its owner alone until it is done, and then as the umask says")
  func permissions() throws {
    let file = try NewFile(for: workdir.file("a.txt"), replacing: false)
    try write("一", file)
    let temporary = try #require(try names.first)
    #expect(try names == [temporary])
    #expect(mode(temporary) == 0o600)
    try file.publish()
    #expect(try names == ["a.txt"])
    let usual = open(workdir.file("usual"), O_CREAT | O_WRONLY, 0o666)
    close(usual)
    #expect(mode("a.txt") == mode("usual"))
    #expect(try workdir.bytes("a.txt") == Array("一".utf8))
  }

  @Test("is gone when it is given up")
  func givenUp() throws {
    do {
      let file = try NewFile(for: workdir.file("a.txt"), replacing: false)
      try write("一", file)
      try workdir.write(String(file.path.split(separator: "/").last ?? "") + "-journal", "j")
      #expect(try names.count == 2)
    }
    #expect(try names == [])
  }

  @Test(
    "takes the place of a file, keeping who may read it, and of what a link names; nobody's .part is touched")
  func replaces() throws {
    try workdir.write("a.txt", "old")
    try workdir.write("a.txt.part", "mine")
    chmod(workdir.file("a.txt"), 0o640)
    symlink("a.txt", workdir.file("link.txt"))
    let file = try NewFile(for: workdir.file("link.txt"), replacing: true)
    try write("new", file)
    try file.publish()
    #expect(try names == ["a.txt", "a.txt.part", "link.txt"])
    #expect(try workdir.bytes("a.txt") == Array("new".utf8))
    #expect(try workdir.bytes("a.txt.part") == Array("mine".utf8))
    #expect(mode("a.txt") == 0o640)
    var status = stat()
    #expect(lstat(workdir.file("link.txt"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("says at once what stands in its way")
  func refused() throws {
    try workdir.write("a.txt", "old")
    symlink("nowhere", workdir.file("loose"))
    mkfifo(workdir.file("pipe"), 0o600)
    func kind(_ name: String, replacing: Bool) -> FileFailure.Kind? {
      do {
        _ = try NewFile(for: workdir.file(name), replacing: replacing)
        return nil
      } catch { return (error as? FileFailure)?.kind }
    }
    #expect(kind("a.txt", replacing: false) == .exists)
    #expect(kind("loose", replacing: false) == .exists)
    #expect(kind("pipe", replacing: true) == .notPlain)
    #expect(kind(".", replacing: true) == .notPlain)
    #expect(kind("no/a.txt", replacing: false) == .noFolder)
    #expect(kind("a.txt/a.txt", replacing: true) == .noFolder)
    #expect(try names == ["a.txt", "loose", "pipe"])
  }

  @Test("is not put over a file that came meanwhile")
  func overtaken() throws {
    let files = try (0..<8).map { _ in try NewFile(for: workdir.file("a.txt"), replacing: false) }
    for (number, file) in files.enumerated() { try write("\(number)", file) }
    try files[3].publish()
    for file in files where file !== files[3] {
      let error = #expect(throws: FileFailure.self) { try file.publish() }
      #expect(error?.kind == .exists)
    }
    #expect(try workdir.bytes("a.txt") == Array("3".utf8))
  }

  @Test("each way to give a name takes a free one and leaves a taken one", arguments: Placement.allCases)
  func ways(_ way: Placement) throws {
    try workdir.write("from", "new")
    try workdir.write("taken", "old")
    #expect(way.place(workdir.file("from"), workdir.file("taken")) == EEXIST)
    #expect(try workdir.bytes("taken") == Array("old".utf8))
    #expect(way.place(workdir.file("from"), workdir.file("free")) == 0)
    #expect(try names == ["taken", "free"])
    #expect(try workdir.bytes("free") == Array("new".utf8))
  }

  @Test("a working folder is for its owner alone and goes with what is in it")
  func folder() throws {
    var status = stat()
    var path = ""
    do {
      let folder = try PrivateFolder()
      path = folder.path
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o700)
      for name in ["copy.db", "copy.db-journal", "copy.db.1"] {
        try Data([1]).write(to: URL(filePath: path + "/" + name))
      }
    }
    #expect(stat(path, &status) != 0)
  }
}
