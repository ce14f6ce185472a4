#!/usr/bin/env python3
"""Makes small workbooks encrypted with the default password, by the formulas of [MS-OFFCRYPTO] and [MS-XLS]:
python3 encrypted.py FOLDER. Needs the package cryptography for the AES of .xlsx."""
import hashlib, io, os, struct, sys, zipfile

PASSWORD = "VelvetSweatshop"
WIDE = PASSWORD.encode("utf-16le")
SALT = bytes(range(16))


def compound(streams):
    """A compound file; each stream is filled up to 4096 bytes, so that it stands in whole sectors."""
    size, sectors, chains, entries = 512, [], {}, []
    def put(data):
        first = len(sectors)
        count = max(1, -(-len(data) // size))
        for i in range(count):
            sectors.append(data[i * size:(i + 1) * size].ljust(size, b"\0"))
            chains[first + i] = first + i + 1 if i + 1 < count else 0xFFFFFFFE
        return first
    for name, data in streams:
        entries.append((name, 2, put(data.ljust(4096, b"\0")), len(data) if len(data) >= 4096 else 4096))
    directory = b""
    root = [("Root Entry", 5, 0xFFFFFFFE, 0)]
    for index, (name, kind, start, length) in enumerate(root + entries):
        wide = name.encode("utf-16le") + b"\0\0"
        child = 1 if index == 0 else 0xFFFFFFFF
        right = index + 1 if 0 < index < len(entries) else 0xFFFFFFFF
        directory += wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, 0xFFFFFFFF, right, child)
        directory += b"\0" * 36 + struct.pack("<III", start, length, 0)
    first = put(directory)
    table = len(sectors)
    chains[table] = 0xFFFFFFFD
    fat = struct.pack("<128I", *[chains.get(i, 0xFFFFFFFF) for i in range(128)])
    sectors.append(fat)
    header = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, first, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", table, *[0xFFFFFFFF] * 108)
    return header + b"".join(sectors)


def rc4(key, data):
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 255
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) & 255])
    return bytes(out)


def md5(data): return hashlib.md5(data).digest()
def sha1(data): return hashlib.sha1(data).digest()


def basic():
    short = md5(WIDE)[:5]
    base = md5((short + SALT) * 16)[:5]
    key = lambda block: md5(base + struct.pack("<I", block))
    verifier = bytes(range(16, 32))
    both = rc4(key(0), verifier + md5(verifier))
    return struct.pack("<HHH", 1, 1, 1) + SALT + both, key


def crypto_api(bits):
    base = sha1(SALT + WIDE)
    def key(block):
        part = sha1(base + struct.pack("<I", block))[:bits // 8]
        return part.ljust(16, b"\0") if bits == 40 else part
    verifier = bytes(range(16, 32))
    both = rc4(key(0), verifier + sha1(verifier))
    provider = "Microsoft Enhanced Cryptographic Provider v1.0\0".encode("utf-16le")
    header = struct.pack("<IIIIIIII", 4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + provider
    body = struct.pack("<HHHII", 1, 4, 2, 4, len(header)) + header
    return body + struct.pack("<I", 16) + SALT + both[:16] + struct.pack("<I", 20) + both[16:], key


def xor():
    key, password = 0x9D3B, PASSWORD.encode()
    verifier = 0
    for byte in reversed(bytes([len(password)]) + password):
        verifier = ((verifier >> 14 & 1) | (verifier << 1 & 0x7FFF)) ^ byte
    ror = lambda value: value >> 1 | (value << 7 & 255)
    array = [ror(byte ^ (key >> 8 if index % 2 else key & 255)) for index, byte in enumerate(password + b"\xBB")]
    return struct.pack("<HHH", 0, key, verifier ^ 0xCE4B), array


def workbook(filepass, cipher):
    def record(kind, body): return (kind, body)
    def text(row, column, words):
        wide = words.encode("utf-16le")
        return record(0x204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + wide)
    globals_ = [record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)), record(0x2F, filepass),
                record(0x42, struct.pack("<H", 1200)), record(0x85, None), record(0x0A, b"")]
    rows = [["教师编号", "姓名"]] + [[f"T{i:03}", "王芳"] for i in range(1, 61)]
    sheet = [record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 6))]
    for index, cells in enumerate(rows):
        sheet += [text(index, column, words) for column, words in enumerate(cells)]
    sheet.append(record(0x0A, b""))
    name = "教师".encode("utf-16le")
    bound = lambda offset: struct.pack("<IBBBB", offset, 0, 0, 2, 1) + name
    offset = sum(4 + len(bound(0) if body is None else body) for _, body in globals_)
    records = [(kind, bound(offset) if body is None else body) for kind, body in globals_] + sheet
    stream = b""
    for kind, body in records:
        stream += struct.pack("<HH", kind, len(body))
        stream += cipher(kind, body, len(stream))
    return compound([("Workbook", stream)])


def with_rc4(key):
    def cipher(kind, body, start):
        if kind in (0x809, 0x2F): return body
        out = bytearray()
        for index, byte in enumerate(body):
            place = start + index
            if kind == 0x85 and index < 4: out.append(byte); continue
            stream = cached(key, place // 1024)
            out.append(byte ^ stream[place % 1024])
        return bytes(out)
    blocks = {}
    def cached(key, block):
        if block not in blocks: blocks[block] = rc4(key(block), bytes(1024))
        return blocks[block]
    return cipher


def with_xor(array):
    def cipher(kind, body, start):
        if kind in (0x809, 0x2F): return body
        out = bytearray()
        for index, byte in enumerate(body):
            if kind == 0x85 and index < 4: out.append(byte); continue
            turned = (byte << 5 | byte >> 3) & 255
            out.append(turned ^ array[(start + len(body) + index) % 16])
        return bytes(out)
    return cipher


def xlsx(rows):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in r) + "</row>" for r in rows)
    parts = {
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="b" Type="{kind}/worksheet" Target="s.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kind}"><sheets><sheet name="教师" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items(): archive.writestr(zipfile.ZipInfo(name, (2022, 9, 1, 0, 0, 0)), body, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def aes(key, data, vector=None):
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    worker = Cipher(algorithms.AES(key), modes.CBC(vector) if vector else modes.ECB()).encryptor()
    return worker.update(data.ljust(-(-len(data) // 16) * 16, b"\0")) + worker.finalize()


def standard(package):
    digest = sha1(SALT + WIDE)
    for index in range(50000): digest = sha1(struct.pack("<I", index) + digest)
    last = sha1(digest + bytes(4)).ljust(64, b"\0")
    key = (sha1(bytes(b ^ 0x36 for b in last)) + sha1(bytes(b ^ 0x5C for b in last)))[:16]
    verifier = bytes(range(16, 32))
    provider = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16le")
    header = struct.pack("<IIIIIIII", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + provider
    info = struct.pack("<HHII", 4, 2, 0x24, len(header)) + header + struct.pack("<I", 16) + SALT
    info += aes(key, verifier) + struct.pack("<I", 20) + aes(key, sha1(verifier))
    return compound([("EncryptionInfo", info), ("EncryptedPackage", struct.pack("<Q", len(package)) + aes(key, package))])


def agile(package, name, bits, hash_bytes):
    import base64
    h = lambda data: hashlib.new(name, data).digest()
    salt, fixed = SALT, lambda data, size: data[:size].ljust(size, b"\x36")
    digest = h(salt + WIDE)
    for index in range(1000): digest = h(struct.pack("<I", index) + digest)
    block = lambda tail: fixed(h(digest + bytes.fromhex(tail)), bits // 8)
    secret, verifier, data_salt = bytes(range(bits // 8)), bytes(range(16, 32)), bytes(range(32, 48))
    value = h(verifier)
    code = lambda data: base64.b64encode(data).decode()
    common = f'saltSize="16" blockSize="16" keyBits="{bits}" hashSize="{hash_bytes}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="{name.upper()}"'
    xml = f'''<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData {common} saltValue="{code(data_salt)}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="1000" {common} saltValue="{code(salt)}" encryptedVerifierHashInput="{code(aes(block('fea7d2763b4b9e79'), verifier, salt))}" encryptedVerifierHashValue="{code(aes(block('d7aa0f6d3061344e'), value, salt))}" encryptedKeyValue="{code(aes(block('146e0be7abacd0d6'), secret, salt))}"/></keyEncryptor></keyEncryptors></encryption>'''
    body = b"".join(aes(secret, package[start:start + 4096], h(data_salt + struct.pack("<I", start // 4096))[:16])
                    for start in range(0, len(package), 4096))
    info = struct.pack("<HHI", 4, 4, 0x40) + xml.encode()
    return compound([("EncryptionInfo", info), ("EncryptedPackage", struct.pack("<Q", len(package)) + body)])


def main(folder):
    os.makedirs(folder, exist_ok=True)
    def write(name, data):
        with open(os.path.join(folder, name), "wb") as file: file.write(data)
    rows = [["教师编号", "姓名"]] + [[f"T{i:03}", "王芳"] for i in range(1, 61)]
    body, key = basic(); write("rc4.xls", workbook(body, with_rc4(key)))
    for bits in (40, 128):
        body, key = crypto_api(bits); write(f"cryptoapi-{bits}.xls", workbook(body, with_rc4(key)))
    body, array = xor(); write("xor.xls", workbook(body, with_xor(array)))
    package = xlsx(rows)
    write("standard.xlsx", standard(package))
    write("agile-sha1-128.xlsx", agile(package, "sha1", 128, 20))
    long = xlsx([["教师编号", "姓名"]] + [[f"T{i:03}", hashlib.sha256(bytes([i])).hexdigest()] for i in range(1, 61)])
    write("agile-sha512-256.xlsx", agile(long, "sha512", 256, 64))


if __name__ == "__main__":
    main(sys.argv[1])
