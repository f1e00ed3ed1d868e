import Testing

/// Offices that are run before the first test of a suite, one a seed, and cleared away after the last.
struct RunningOffices: SuiteTrait, TestScoping {
  static let seeds: ClosedRange<UInt64> = 1...8

  /// The offices of the suite that runs.
  @TaskLocal static var bySeed: [UInt64: Office] = [:]

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    var offices: [UInt64: Office] = [:]
    for seed in Self.seeds { offices[seed] = try Office(seed: seed, steps: 45) }
    try await Self.$bySeed.withValue(offices) { try await function() }
  }
}

extension Trait where Self == RunningOffices {
  /// Lends the suite's tests an office a seed.
  static var runningOffices: Self { Self() }
}
