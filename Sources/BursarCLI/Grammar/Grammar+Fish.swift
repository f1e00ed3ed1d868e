extension Grammar {
  /// A completion script for fish: one `complete` for each verb, option and operand.
  var fishCompletion: String {
    let levels = completionLevels
    let valued = Set(levels.flatMap(\.valued).flatMap(\.names)).sorted()
    let forwarded = forwardedOptions.flatMap(\.names).joined(separator: " ")
    let attached = forwardedOptions.flatMap(\.longNames).map { "'\($0)=*'" }.joined(separator: " ")
    return #"""
      # fish completion for \#(name), made by '\#(name) completions fish'

      # The words before the cursor that are neither options nor their values.
      function __\#(name)_plain
          set -l skip no
          for word in (commandline -opc)[2..-1]
              if test $skip = yes
                  set skip no
                  continue
              end
              switch $word
                  case \#(valued.joined(separator: " "))
                      set skip yes
                  case '-?*'
                  case '*'
                      echo $word
              end
          end
      end

      # Whether the plain words begin with the verbs that follow $argv[1], their number, or 'any'.
      function __\#(name)_at
          set -l plain (__\#(name)_plain)
          set -l path $argv[2..-1]
          test $argv[1] = any; or test $argv[1] -eq (count $plain); or return 1
          test (count $plain) -ge (count $path); or return 1
          for i in (seq (count $path))
              test $plain[$i] = $path[$i]; or return 1
          end
      end

      # Names of the kind $argv[1], which the tool itself knows.
      function __\#(name)_ask
          set -l words (commandline -opc)
          set -l forwarded
          for i in (seq 2 (count $words))
              switch $words[$i]
                  case \#(forwarded.isEmpty ? "''" : forwarded)
                      set -a forwarded $words[$i] $words[(math $i + 1)]
                  case \#(attached.isEmpty ? "''" : attached)
                      set -a forwarded $words[$i]
              end
          end
          set -l typed (commandline -ct | string replace -r -- '^--[^=]*=' '')
          $words[1] $forwarded \#(Self.completionVerb) $argv[1] "$typed" 2>/dev/null
      end

      complete -c \#(name) -f
      \#(levels.flatMap(fishLines).joined(separator: "\n"))

      """#
  }

  private func fishLines(_ level: CompletionLevel) -> [String] {
    let depth = level.path.count
    let verbs = level.verbs.map { verb in
      "\(fishStart(depth, level.path)) -a \(verb.label) -d \(verb.meaning.fishQuoted)"
    }
    let options = level.options.map { option in
      let start = fishStart(level.verbs.isEmpty ? nil : depth, level.path)
      let short = option.shortNames.map { " -s \($0.dropFirst())" }.joined()
      let long = option.longNames.map { " -l \($0.dropFirst(2))" }.joined()
      let value = option.form == .flag ? "" : " -r" + fishAction(option)
      return "\(start)\(short)\(long)\(value) -d \(option.help.fishQuoted)"
    }
    let operands = level.operands.enumerated().compactMap { place, operand -> String? in
      let action = fishAction(operand)
      guard action != " -f" else { return nil }
      return fishStart(operand.isRepeating ? nil : depth + place, level.path) + action
    }
    return verbs + options + operands
  }

  private func fishStart(_ count: Int?, _ path: [String]) -> String {
    let condition = ["__\(name)_at", count.map(String.init) ?? "any"] + path
    return "complete -c \(name) -n '\(condition.joined(separator: " "))'"
  }

  private func fishAction(_ declaration: Declaration) -> String {
    switch declaration.completion {
    case .none, .verbs: " -f"
    case .file: " -F"
    case .directory: " -f -a '(__fish_complete_directories)'"
    case .words(let words): " -f -a \(words.joined(separator: " ").fishQuoted)"
    case .dynamic(let kind): " -f -a '(__\(name)_ask \(kind))'"
    }
  }
}

extension String {
  fileprivate var fishQuoted: String { "'\(escaping("\\'"))'" }
}
