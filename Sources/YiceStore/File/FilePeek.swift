#if canImport(Glibc)
  internal import Glibc
#endif

/// Reads `file_info` straight from a file's pages, without opening it as a database.
///
/// Opening means parsing the whole schema (milliseconds); this is two pages. It is only ever a hint: a file that was
/// merged before and says it knows nothing more is passed over. Anything unexpected gives nil, and the file is opened.
/// Format: SQLite file format, b-tree pages and records.
package enum FilePeek {
  /// Keys and values of `file_info`; nil when they cannot be read this way.
  package static func fileInfo(_ path: String) -> [String: String]? {
    guard FileHeader.isPlain(path), let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard let header = read(file, at: 0, count: 100), header.starts(with: Array("SQLite format 3\0".utf8))
    else {
      return nil
    }
    let size = Int(header[16]) << 8 | Int(header[17])
    let pages = Pages(file: file, size: size == 1 ? 65536 : size, reserved: Int(header[20]))
    guard pages.size >= 512, let root = pages.rootOfFirstTable(named: "file_info") else { return nil }
    return pages.pairs(root)
  }

  fileprivate static func read(_ file: UnsafeMutablePointer<FILE>, at offset: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    guard fseek(file, offset, SEEK_SET) == 0, fread(&bytes, 1, count, file) == count else { return nil }
    return bytes
  }
}

private struct Pages {
  let file: UnsafeMutablePointer<FILE>
  let size: Int
  let reserved: Int

  private func page(_ number: Int) -> Page? {
    // Page numbers have 32 bits; anything larger would overflow below.
    guard number > 0, number <= Int(UInt32.max),
      let bytes = FilePeek.read(file, at: (number - 1) * size, count: size)
    else {
      return nil
    }
    return Page(bytes: bytes, start: number == 1 ? 100 : 0)
  }

  /// Root page of the table that was created first, when it has that name.
  func rootOfFirstTable(named name: String) -> Int? {
    var number = 1
    for _ in 0..<8 {
      guard let page = page(number) else { return nil }
      switch page.kind {
      case 0x05:
        guard let child = page.leftmostChild else { return nil }
        number = child
      case 0x0D:
        guard let cell = page.cell(0),
          let record = page.record(at: cell, hasRowID: true, columns: 4, largest: nil),
          record[1].text == name
        else { return nil }
        return record[3].integer
      default: return nil
      }
    }
    return nil
  }

  /// The rows of a two-column table that fits one leaf page.
  func pairs(_ root: Int) -> [String: String]? {
    guard let page = page(root), page.kind == 0x0A else { return nil }
    let largest = (size - reserved - 12) * 64 / 255 - 23
    var pairs: [String: String] = [:]
    for index in 0..<page.cells {
      guard let cell = page.cell(index),
        let record = page.record(at: cell, hasRowID: false, columns: 2, largest: largest),
        let key = record[0].text, let value = record[1].text
      else { return nil }
      pairs[key] = value
    }
    return pairs
  }
}

private struct Page {
  let bytes: [UInt8]
  let start: Int

  var kind: UInt8 { bytes[start] }
  var cells: Int { Int(bytes[start + 3]) << 8 | Int(bytes[start + 4]) }

  /// Where a cell begins.
  func cell(_ index: Int) -> Int? {
    let pointer = start + (kind == 0x05 ? 12 : 8) + 2 * index
    guard index < cells, pointer + 1 < bytes.count else { return nil }
    let offset = Int(bytes[pointer]) << 8 | Int(bytes[pointer + 1])
    return offset < bytes.count ? offset : nil
  }

  var leftmostChild: Int? {
    guard let cell = cell(0), cell + 4 <= bytes.count else { return nil }
    return bytes[cell..<cell + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  struct Field {
    var text: String?
    var integer: Int?
  }

  /// The first columns of a record.
  /// - Parameter largest: bytes of payload that stay on the page; more overflows and gives nil. nil: not checked.
  func record(at cell: Int, hasRowID: Bool, columns: Int, largest: Int?) -> [Field]? {
    var position = cell
    guard let payload = varint(&position) else { return nil }
    if let largest, payload > largest { return nil }
    if hasRowID, varint(&position) == nil { return nil }
    let head = position
    guard let length = varint(&position) else { return nil }
    var types: [Int] = []
    while position < head + length, types.count < columns {
      guard let type = varint(&position) else { return nil }
      types.append(type)
    }
    guard types.count == columns else { return nil }
    position = head + length
    var fields: [Field] = []
    for type in types {
      let width = type >= 12 ? (type - 12) / 2 : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]
      guard width >= 0, position + width <= bytes.count else { return nil }
      let raw = bytes[position..<position + width]
      if type >= 13, type % 2 == 1 {
        fields.append(Field(text: String(decoding: raw, as: UTF8.self)))
      } else if (1...6).contains(type) {
        fields.append(Field(integer: raw.reduce(0) { $0 << 8 | Int($1) }))
      } else {
        fields.append(Field(integer: type == 9 ? 1 : type == 8 ? 0 : nil))
      }
      position += width
    }
    return fields
  }

  private func varint(_ position: inout Int) -> Int? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      if index == 8 {
        value = value << 8 | UInt64(byte)
        break
      }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { break }
    }
    return value <= UInt64(Int32.max) ? Int(value) : nil
  }
}
