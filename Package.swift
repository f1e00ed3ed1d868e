// swift-tools-version: 6.3
import PackageDescription

/// One list of settings for every target: Swift 6 mode, no warning, no implicit import.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A floor of the house: a library target that imports only what is listed below it.
func floor(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one floor.
func tests(
  of name: String, with dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name)] + dependencies,
    exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "bursar",
  products: [
    .executable(name: "bursar", targets: ["bursar"]),
    .library(name: "Bursar", targets: ["Operations", "Reporting"]),
  ],
  targets: [
    // Third-party parts: C libraries from Debian, one system-library target each.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CJSON", pkgConfig: "json-c",
      providers: [.apt(["libjson-c-dev"]), .brew(["json-c"])]),

    // Floor 1
    floor("Diagnostics"),
    floor("Monetary"),

    // Floor 2
    floor("Tabulation", on: ["Monetary"]),
    floor("Bookkeeping", on: ["Monetary"]),

    // Floor 3
    floor("Funding", on: ["Diagnostics", "Monetary", "Bookkeeping"]),

    // Floor 4
    floor(
      "Interchange", on: ["CXML2", "CJSON", "Diagnostics", "Monetary", "Bookkeeping", "Funding"]),
    floor("Reporting", on: ["Monetary", "Tabulation", "Bookkeeping", "Funding"]),
    floor("Persistence", on: ["CSQLite", "CCrypto", "Monetary", "Bookkeeping", "Funding"]),

    // Floor 5
    floor(
      "Operations",
      on: [
        "Diagnostics", "Monetary", "Tabulation", "Bookkeeping", "Funding", "Interchange",
        "Reporting", "Persistence",
      ]),

    // Floor 6
    floor(
      "BursarCLI",
      on: [
        "Diagnostics", "Monetary", "Tabulation", "Bookkeeping", "Funding", "Reporting",
        "Persistence", "Operations",
      ]),

    // Floor 7
    .executableTarget(
      name: "bursar", dependencies: ["BursarCLI", "Funding"], swiftSettings: strict),

    // The developers' own tool; not installed.
    .executableTarget(
      name: "workbench", dependencies: ["Persistence", "Funding"], exclude: ["Peers"],
      swiftSettings: strict),

    // What tests of several targets share: random numbers, schemas; lives of a ledger, folders, processes.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    .target(name: "Schemas", path: "Tests/Schemas", swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "CSQLite", "SeededRandom", "Diagnostics", "Monetary", "Bookkeeping", "Funding",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),

    tests(of: "Diagnostics"),
    tests(of: "Monetary", with: ["SeededRandom"]),
    tests(of: "Tabulation", with: ["SeededRandom", "Monetary"], exclude: ["Golden"]),
    tests(of: "Bookkeeping", with: ["Monetary"]),
    tests(
      of: "Funding",
      with: ["SeededRandom", "Diagnostics", "Monetary", "Bookkeeping", "TestSupport"]),
    tests(
      of: "Interchange",
      with: ["SeededRandom", "Schemas", "Diagnostics", "Monetary", "Bookkeeping", "Funding"]),
    tests(
      of: "Reporting",
      with: ["Monetary", "Tabulation", "Bookkeeping", "Funding", "TestSupport"]),
    tests(
      of: "Persistence",
      with: ["SeededRandom", "Monetary", "Bookkeeping", "Funding", "TestSupport"]),
    tests(
      of: "Operations",
      with: [
        "Diagnostics", "Monetary", "Tabulation", "Bookkeeping", "Funding", "Interchange",
        "Reporting", "Persistence", "SeededRandom", "TestSupport",
      ]),
    tests(
      of: "BursarCLI",
      with: [
        "SeededRandom", "Schemas", "Diagnostics", "Monetary", "Funding", "Interchange",
        "Persistence", "Operations", "TestSupport",
      ],
      exclude: ["Golden", "Transcripts"]),
    tests(of: "workbench", with: ["Funding"]),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ]
)
