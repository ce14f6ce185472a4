// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A C library of the system, found by pkg-config.
func library(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A room of the house. Rooms import downward only: see README, 「代码的房子」.
func room(
  _ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = [],
  linkerSettings: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude,
    swiftSettings: swiftSettings, linkerSettings: linkerSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["YiceTestSupport"],
    path: "Tests/" + name + "Tests", exclude: exclude, swiftSettings: swiftSettings)
}

let package = Package(
  name: "yice",
  products: [.executable(name: "yice", targets: ["yice"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // The texts that the program carries: schema.sql, the profiles, the indicators' SQL.
    .target(
      name: "CYice", dependencies: [sqlite],
      cSettings: [.disableWarning("c23-extensions"), .disableWarning("gnu-zero-variadic-macro-arguments")],
      // Out of the archive: a shared libcrypto would cost each start of the program.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-l:libcrypto.a"], .when(platforms: [.linux]))]),
    library("CZip", pkgConfig: "libzip", package: "libzip-dev"),
    library("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
    library("CExpat", pkgConfig: "expat", package: "libexpat1-dev"),
    // Reads what web systems export as .xls. Out of its archive, too, where headers and library stand as Debian has them.
    .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
    // The local page's server: GNU libmicrohttpd, loaded when it is needed (Decision 0160).
    .target(name: "CServer"),
    room("YiceModel", []),
    room("YiceFiles", ["CYice"]),
    room("YiceServer", ["CServer", "YiceModel", "YiceFiles"]),
    library("CXLSXWriter", pkgConfig: "xlsxwriter", package: "libxlsxwriter-dev"),
    room(
      "YiceFormats", ["CYice", "YiceModel", "YiceFiles", "CZip", "CZlib", "CExpat", "CGumbo", "CXLSXWriter"],
      linkerSettings: [.unsafeFlags(["-Xlinker", "-l:libgumbo.a"], .when(platforms: [.linux]))]),
    room(
      "YiceStore", ["CYice", "YiceModel", "YiceFiles", grdb, sqlite], exclude: ["Documentation.docc"]),
    room("YiceSign", ["CYice", "YiceModel", "YiceFiles", "YiceStore", grdb]),
    // Prints schema.sql: scripts/schema.
    .executableTarget(
      name: "schema-tool", dependencies: ["YiceStore"], path: "Sources/SchemaTool",
      swiftSettings: swiftSettings),
    room("YiceImport", ["YiceModel", "YiceFormats", "YiceStore", grdb, sqlite]),
    room(
      "YiceMerge",
      ["YiceModel", "YiceFiles", "YiceFormats", "YiceStore", "YiceSign", "YiceImport", grdb, sqlite]),
    room(
      "YiceStandards",
      ["CYice", "YiceModel", "YiceStore", grdb, .product(name: "Yams", package: "Yams")],
      exclude: ["Profiles"]),
    room(
      "YiceIndicators", ["CYice", "YiceModel", "YiceStore", "YiceStandards", grdb],
      exclude: ["SQL"]),
    room(
      "YiceLedgers", ["CYice", "YiceModel", "YiceStore", "YiceStandards", "YiceIndicators", grdb],
      exclude: ["Demands/SQL"]),
    room(
      "YiceReport",
      [
        "YiceModel", "YiceFiles", "YiceFormats", "YiceStore", "YiceSign", "YiceImport", "YiceMerge",
        "YiceStandards", "YiceIndicators", "YiceLedgers", grdb, sqlite,
      ]),
    room(
      "YicePage",
      [
        "CYice", "YiceModel", "YiceFiles", "YiceServer", "YiceFormats", "YiceStore", "YiceSign", "YiceImport",
        "YiceMerge",
        "YiceStandards", "YiceIndicators", "YiceLedgers", "YiceReport",
      ],
      exclude: ["Texts"]),
    room(
      "YiceCommands",
      [
        "YiceModel", "YiceFiles", "YiceServer", "YiceFormats", "YiceStore", "YiceSign", "YiceImport",
        "YiceMerge",
        "YiceStandards", "YiceIndicators", "YiceLedgers", "YiceReport", "YicePage", argumentParser,
      ]),
    room("YiceTestSupport", ["YiceModel", "YiceStore", grdb], path: "Tests/YiceTestSupport"),
    .executableTarget(
      name: "upgrade-tool", dependencies: ["YiceStore", "YiceTestSupport", grdb], path: "Tests/UpgradeTool",
      swiftSettings: swiftSettings),
    tests("YiceFiles", ["YiceFiles"]),
    tests(
      "YiceFormats", ["YiceFiles", "YiceFormats", "CZip"],
      exclude: [
        "Encrypted", "Workbook/biff5-1252.xls", "Workbook/short-tail.xls", "Workbook/uppercase.xls",
      ]),
    tests("YiceMerge", ["YiceModel", "YiceStore", "YiceSign", "YiceMerge", grdb, sqlite]),
    tests("YiceSign", ["YiceModel", "YiceStore", "YiceSign"], exclude: ["AgeVectors.txt"]),
    tests("YiceStore", ["YiceModel", "YiceStore", grdb, sqlite]),
    tests("YiceStandards", ["YiceModel", "YiceStore", "YiceStandards", grdb]),
    tests(
      "YiceIndicators",
      [
        "YiceModel", "YiceFormats", "YiceStore", "YiceImport", "YiceStandards", "YiceIndicators",
        "YiceReport",
        grdb, sqlite,
      ]),
    tests("YiceImport", ["YiceModel", "YiceFormats", "YiceStore", "YiceImport", grdb]),
    tests(
      "YiceCommands",
      [
        "YiceModel", "YiceFormats", "YiceStore", "YiceCommands", "yice", "upgrade-tool", grdb, argumentParser,
      ],
      exclude: ["Golden"]),
    tests(
      "YiceLedgers",
      [
        "YiceModel", "YiceStore", "YiceImport", "YiceFormats", "YiceMerge", "YiceStandards", "YiceIndicators",
        "YiceLedgers", grdb,
      ]),
    tests(
      "YiceReport",
      [
        "YiceModel", "YiceFormats", "YiceStore", "YiceImport", "YiceStandards", "YiceIndicators",
        "YiceReport", grdb,
      ]),
    tests(
      "YicePage",
      [
        "YiceModel", "YiceFiles", "YiceServer", "YiceFormats", "YiceStore", "YiceSign", "YiceMerge",
        "YiceLedgers",
        "YiceReport", "YicePage", "yice",
        grdb,
      ],
      exclude: ["Browser"]),
    .executableTarget(name: "yice", dependencies: ["YiceCommands"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6])

// libFuzzer on the readers, outside the default build: scripts/fuzz.
if Context.environment["YICE_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["YiceFormats"], path: "Tests/Fuzz",
      swiftSettings: swiftSettings + [.unsafeFlags(["-parse-as-library"])]))
}
