/// Something that is asked for by its name alone: `--dry-run`.
struct Flag<Root> {
  /// The declaration, bound.
  let parameter: Parameter<Root>

  /// Declares a flag; `path` names a property that starts false.
  init(
    _ path: PropertyPath<Root, Bool>, _ names: String..., help: String,
    excluding excludes: [String] = []
  ) {
    parameter = Parameter(
      Declaration(form: .flag, names: names, value: "", help: help, excludes: excludes), at: path)
  }
}

/// A name with a value: `--as-of DATE`.
struct Option<Root> {
  /// The declaration, bound.
  let parameter: Parameter<Root>

  /// Declares an option; the type of the property at `path` says whether it is required or repeats.
  init<Filled: Slot>(
    _ path: PropertyPath<Root, Filled>, _ names: String..., value: String,
    help: String, completion: Completion? = nil, excluding excludes: [String] = []
  ) {
    parameter = Parameter(
      Declaration(
        form: .option, names: names, value: value, help: help, isRequired: Filled.isRequired,
        isRepeating: Filled.isRepeating, completion: completion ?? Filled.completion,
        excludes: excludes),
      at: path)
  }
}

/// A value told by its place: `FILE`. The one that repeats, if any, is declared last.
struct Operand<Root> {
  /// The declaration, bound.
  let parameter: Parameter<Root>

  /// Declares an operand; the type of the property at `path` says whether it is required or repeats.
  init<Filled: Slot>(
    _ path: PropertyPath<Root, Filled>, _ value: String, help: String,
    completion: Completion? = nil
  ) {
    parameter = Parameter(
      Declaration(
        form: .operand, names: [], value: value, help: help, isRequired: Filled.isRequired,
        isRepeating: Filled.isRepeating, completion: completion ?? Filled.completion),
      at: path)
  }
}

/// The options of a group, taken into a command.
struct Shared<Root> {
  /// The declarations of the group, bound.
  let parameters: [Parameter<Root>]

  /// Takes in the group at `path`; of options that are named, what they are for is said in other words.
  init<Options: OptionGroup>(
    _ path: PropertyPath<Root, Options>, saying words: [String: String] = [:]
  ) {
    parameters = Options.parameters.map { inner in
      var parameter = Parameter(inner, within: path)
      if let help = words[parameter.declaration.name] { parameter.declaration.help = help }
      return parameter
    }
  }
}
