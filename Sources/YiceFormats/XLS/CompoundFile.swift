/// A compound file (OLE 2, [MS-CFB]): streams in chains of sectors. Old workbooks are one; so are workbooks with a
/// password.
struct CompoundFile {
  /// A stream or storage, as the directory names it.
  private struct Entry {
    var name: String
    var isStream: Bool
    var start: Int
    var size: Int
  }

  private let file: ByteReader
  private let sectorSize: Int
  private var table: [UInt32] = []
  private var miniTable: [UInt32] = []
  private var miniStream: [UInt8] = []
  private let miniCutoff: Int
  private var entries: [Entry] = []

  /// The first bytes of every compound file.
  static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static let miniSectorSize = 64

  /// The file is cut or its parts do not fit together.
  struct Damaged: Error {}

  init(_ bytes: [UInt8]) throws(Damaged) {
    file = ByteReader(bytes: bytes)
    guard let shift = file.short(30), shift == 9 || shift == 12, let cutoff = file.long(56),
      let directory = file.long(48), let miniStart = file.long(60)
    else { throw Damaged() }
    sectorSize = 1 << shift
    miniCutoff = cutoff
    table = try readTable()
    entries = try CompoundFile.entries(ByteReader(bytes: chain(from: directory, size: nil)))
    miniTable = CompoundFile.numbers(try chain(from: miniStart, size: nil))
    if let root = entries.first, root.size > 0 {
      miniStream = try chain(from: root.start, size: root.size, mayEndEarly: true)
    }
  }

  /// Whether there is a stream of that name.
  func contains(_ name: String) -> Bool { entry(name) != nil }

  /// Names are not told apart by their case ([MS-CFB] 2.6.4).
  private func entry(_ name: String) -> Entry? {
    let wanted = name.uppercased()
    return entries.first { $0.isStream && $0.name == name }
      ?? entries.first { $0.isStream && $0.name.uppercased() == wanted }
  }

  /// The bytes of a stream; `nil` when there is none of that name.
  func stream(_ name: String) throws(Damaged) -> [UInt8]? {
    guard let entry = entry(name) else { return nil }
    guard entry.size < miniCutoff else { return try chain(from: entry.start, size: entry.size) }
    do {
      return try miniChain(from: entry.start, size: entry.size)
    } catch {
      // Some writers keep small streams in whole sectors.
      return try chain(from: entry.start, size: entry.size)
    }
  }

  // MARK: Sectors

  /// Where a sector's bytes lie; the last one of a file may be short.
  private func range(of sector: Int) throws(Damaged) -> Range<Int> {
    let start = (sector + 1) * sectorSize
    guard sector >= 0, start < file.count else { throw Damaged() }
    return start..<min(start + sectorSize, file.count)
  }

  /// The sectors from `start` on, joined. A chain that is longer than the file runs in a ring.
  ///
  /// - Parameter mayEndEarly: the last sector may be short: some writers count whole sectors and do not fill the last.
  private func chain(from start: Int, size: Int?, mayEndEarly: Bool = false) throws(Damaged) -> [UInt8] {
    var result: [UInt8] = []
    if let size, size > file.count + sectorSize { throw Damaged() }
    var sector = start
    var steps = 0
    while sector < 0xFFFF_FFFA {
      if let size, result.count >= size { break }
      steps += 1
      guard steps <= file.count / sectorSize + 1, sector < table.count else { throw Damaged() }
      result += file.bytes[try range(of: sector)]
      sector = Int(table[sector])
    }
    guard let size else { return result }
    guard result.count >= size || (mayEndEarly && result.count + sectorSize > size) else { throw Damaged() }
    return Array(result.prefix(size))
  }

  private func miniChain(from start: Int, size: Int) throws(Damaged) -> [UInt8] {
    var result: [UInt8] = []
    var sector = start
    guard size <= miniStream.count + CompoundFile.miniSectorSize else { throw Damaged() }
    while result.count < size {
      let first = sector * CompoundFile.miniSectorSize
      guard sector < miniTable.count, first < miniStream.count else { throw Damaged() }
      let part = miniStream[first..<min(first + CompoundFile.miniSectorSize, miniStream.count)]
      result += part
      guard part.count == CompoundFile.miniSectorSize || result.count >= size else { throw Damaged() }
      sector = Int(miniTable[sector])
    }
    return Array(result.prefix(size))
  }

  /// The table of which sector follows which; its own sectors stand in the header and in a chain behind it.
  private func readTable() throws(Damaged) -> [UInt32] {
    var sectors: [Int] = []
    for index in 0..<109 {
      guard let sector = file.long(76 + 4 * index) else { throw Damaged() }
      if sector < 0xFFFF_FFFA { sectors.append(sector) }
    }
    var next = file.long(68) ?? 0xFFFF_FFFE
    var steps = 0
    while next < 0xFFFF_FFFA {
      steps += 1
      guard steps <= file.count / sectorSize else { throw Damaged() }
      let numbers = CompoundFile.numbers(Array(file.bytes[try range(of: next)]))
      guard numbers.count == sectorSize / 4, let last = numbers.last else { throw Damaged() }
      for number in numbers.dropLast() where number < 0xFFFF_FFFA { sectors.append(Int(number)) }
      next = Int(last)
    }
    var result: [UInt32] = []
    for sector in sectors {
      guard result.count <= file.count / sectorSize + sectorSize else { throw Damaged() }
      result += CompoundFile.numbers(Array(file.bytes[try range(of: sector)]))
    }
    return result
  }

  private static func numbers(_ bytes: [UInt8]) -> [UInt32] {
    let reader = ByteReader(bytes: bytes)
    return stride(from: 0, to: bytes.count - 3, by: 4).compactMap { reader.long($0).map { UInt32($0) } }
  }

  private static func entries(_ directory: ByteReader) -> [Entry] {
    stride(from: 0, to: directory.count - 127, by: 128).compactMap { offset in
      guard let length = directory.short(offset + 64), length <= 64, let type = directory.byte(offset + 66),
        let start = directory.long(offset + 116), let size = directory.long(offset + 120)
      else { return nil }
      let units = stride(from: 0, to: max(0, length - 2), by: 2).compactMap {
        directory.short(offset + $0).map { UInt16($0) }
      }
      return Entry(
        name: String(decoding: units, as: UTF16.self), isStream: type == 2, start: start, size: size)
    }
  }
}
