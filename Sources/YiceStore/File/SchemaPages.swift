internal import CYice

#if canImport(Glibc)
  internal import Glibc
#endif

/// `sqlite_schema` read from a file's pages, without SQLite: what SQLite parses when it opens a file may run already
/// (it reads sqlite_stat1, whose columns a hostile file computes).
///
/// Format: SQLite file format, b-tree pages, overflow pages and records.
struct SchemaPages {
  /// The pages are not what the format says.
  struct Damage: Error {}

  /// Larger schemas are nobody's: ours has 150 KB.
  private static let largest = 8 << 20

  private let read: (_ offset: Int, _ count: Int) -> [UInt8]?
  private let size: Int
  private let usable: Int
  private var budget = SchemaPages.largest

  /// - Parameter read: bytes at an offset; nil beyond the end.
  private init(_ read: @escaping (Int, Int) -> [UInt8]?) throws {
    guard let header = read(0, 100) else { throw Damage() }
    let half = Int(header[16]) << 8 | Int(header[17])
    size = half == 1 ? 65536 : half
    usable = size - Int(header[20])
    guard size >= 512, size.nonzeroBitCount == 1, usable >= 480 else { throw Damage() }
    self.read = read
  }

  /// The objects of a file that nobody is writing.
  /// - Returns: nil when it cannot be had this way: somebody writes it, or there are no such locks here.
  /// - Throws: `Damage`.
  static func objects(of path: String) throws -> [SchemaObject]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    // The end of the lock, too.
    defer { close(file) }
    guard yice_lock_shared(file) != 0 else { return nil }
    var pages = try SchemaPages { offset, count in
      var bytes = [UInt8](repeating: 0, count: count)
      return pread(file, &bytes, count, off_t(offset)) == count ? bytes : nil
    }
    return try pages.objects()
  }

  /// The objects of a file that stands in memory.
  /// - Throws: `Damage`.
  static func objects(of image: UnsafeRawBufferPointer) throws -> [SchemaObject] {
    var pages = try SchemaPages { offset, count in
      offset >= 0 && count <= image.count && offset <= image.count - count
        ? Array(image[offset..<offset + count]) : nil
    }
    return try pages.objects()
  }

  /// In the order of their rows.
  private mutating func objects() throws -> [SchemaObject] {
    var objects: [SchemaObject] = []
    try visit(1, depth: 0, &objects)
    return objects
  }

  /// A page; each costs of what may be read, so that a ring of pages ends.
  private mutating func page(_ number: Int) throws -> [UInt8] {
    budget -= size
    guard number > 0, number <= Int(UInt32.max), budget >= 0, let bytes = read((number - 1) * size, size)
    else {
      throw Damage()
    }
    return bytes
  }

  private mutating func visit(_ number: Int, depth: Int, _ objects: inout [SchemaObject]) throws {
    guard depth < 20 else { throw Damage() }
    let bytes = try page(number)
    let start = number == 1 ? 100 : 0
    let kind = bytes[start]
    guard kind == 0x05 || kind == 0x0D else { throw Damage() }
    let head = start + (kind == 0x05 ? 12 : 8)
    let cells = word(bytes, start + 3, 2)
    guard head + 2 * cells <= usable else { throw Damage() }
    for index in 0..<cells {
      let cell = word(bytes, head + 2 * index, 2)
      guard cell >= head, cell + 4 <= usable else { throw Damage() }
      if kind == 0x05 {
        try visit(word(bytes, cell, 4), depth: depth + 1, &objects)
      } else {
        objects.append(try SchemaObject(record: payload(bytes, at: cell)))
      }
    }
    if kind == 0x05 { try visit(word(bytes, start + 8, 4), depth: depth + 1, &objects) }
  }

  /// A cell's record, put together from the page and those it overflows to.
  private mutating func payload(_ bytes: [UInt8], at cell: Int) throws -> [UInt8] {
    var position = cell
    let count = try Record.varint(bytes, &position)
    _ = try Record.varint(bytes, &position)
    guard count <= SchemaPages.largest else { throw Damage() }
    let most = usable - 35
    var local = count
    if count > most {
      let least = (usable - 12) * 32 / 255 - 23
      local = least + (count - least) % (usable - 4)
      if local > most { local = least }
    }
    guard position + local <= usable else { throw Damage() }
    var record = Array(bytes[position..<position + local])
    guard local < count else { return record }
    guard position + local + 4 <= usable else { throw Damage() }
    record.reserveCapacity(count)
    var next = word(bytes, position + local, 4)
    while record.count < count {
      let more = try page(next)
      record += more[4..<4 + min(usable - 4, count - record.count)]
      next = word(more, 0, 4)
    }
    return record
  }

  private func word(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    var value = 0
    for index in offset..<offset + count { value = value << 8 | Int(bytes[index]) }
    return value
  }
}

/// A row of `sqlite_schema`.
struct SchemaObject {
  /// nil: no text.
  let type: String?
  let name: String?
  /// `tbl_name`.
  let table: String?
  let sql: [UInt8]?

  init(type: String?, name: String?, table: String?, sql: [UInt8]?) {
    self.type = type
    self.name = name
    self.table = table
    self.sql = sql
  }

  /// - Throws: `SchemaPages.Damage`.
  fileprivate init(record: [UInt8]) throws {
    let fields = try Record.fields(record)
    guard fields.count == 5 else { throw SchemaPages.Damage() }
    type = fields[0].map { String(decoding: $0, as: UTF8.self) }
    name = fields[1].map { String(decoding: $0, as: UTF8.self) }
    table = fields[2].map { String(decoding: $0, as: UTF8.self) }
    sql = fields[4].map(Array.init)
  }

  /// Whether `tbl_name` is what the statement says: the name of a table or view, and what an index or trigger stands on.
  var namesItsTable: Bool {
    guard let table else { return false }
    if type == "table" || type == "view" { return table == name }
    guard let sql else { return type == "index" && name?.hasPrefix("sqlite_autoindex_\(table)_") == true }
    // It stands in the statement's first line.
    let wanted = Array(" ON \(table) ".utf8)
    return sql.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      var places = 0..<max(0, min(bytes.count, 240) - wanted.count + 1)
      while let blank = memchr(base + places.lowerBound, Int32(wanted[0]), places.count) {
        if memcmp(blank, wanted, wanted.count) == 0 { return true }
        places = (UnsafeRawPointer(blank) - base + 1)..<places.upperBound
      }
      return false
    }
  }
}

private enum Record {
  /// The values that are text, and nil for the others.
  static func fields(_ record: [UInt8]) throws -> [ArraySlice<UInt8>?] {
    var position = 0
    let head = try varint(record, &position)
    var types: [Int] = []
    while position < head { types.append(try varint(record, &position)) }
    guard position == head else { throw SchemaPages.Damage() }
    return try types.map { type in
      let width = type >= 12 ? (type - 12) / 2 : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]
      guard width <= record.count - position else { throw SchemaPages.Damage() }
      defer { position += width }
      return type >= 13 && type % 2 == 1 ? record[position..<position + width] : nil
    }
  }

  static func varint(_ bytes: [UInt8], _ position: inout Int) throws -> Int {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard position < bytes.count else { throw SchemaPages.Damage() }
      let byte = bytes[position]
      position += 1
      if index == 8 {
        value = value << 8 | UInt64(byte)
        break
      }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { break }
    }
    guard value <= UInt64(Int32.max) else { throw SchemaPages.Damage() }
    return Int(value)
  }
}
