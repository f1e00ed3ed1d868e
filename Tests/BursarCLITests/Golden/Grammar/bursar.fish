# fish completion for bursar, made by 'bursar completions fish'

# The words before the cursor that are neither options nor their values.
function __bursar_plain
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
            continue
        end
        switch $word
            case --amount --as-of --basis --currency --date --depth --documents --donor --file --format --from --kind --name --output --scope -f -m -o -s
                set skip yes
            case '-?*'
            case '*'
                echo $word
        end
    end
end

# Whether the plain words begin with the verbs that follow $argv[1], their number, or 'any'.
function __bursar_at
    set -l plain (__bursar_plain)
    set -l path $argv[2..-1]
    test $argv[1] = any; or test $argv[1] -eq (count $plain); or return 1
    test (count $plain) -ge (count $path); or return 1
    for i in (seq (count $path))
        test $plain[$i] = $path[$i]; or return 1
    end
end

# Names of the kind $argv[1], which the tool itself knows.
function __bursar_ask
    set -l words (commandline -opc)
    set -l forwarded
    for i in (seq 2 (count $words))
        switch $words[$i]
            case -f --file
                set -a forwarded $words[$i] $words[(math $i + 1)]
            case '--file=*'
                set -a forwarded $words[$i]
        end
    end
    set -l typed (commandline -ct | string replace -r -- '^--[^=]*=' '')
    $words[1] $forwarded __complete $argv[1] "$typed" 2>/dev/null
end

complete -c bursar -f
complete -c bursar -n '__bursar_at 0' -a init -d 'Make a ledger'
complete -c bursar -n '__bursar_at 0' -a show -d 'Show everything about agreements or entries'
complete -c bursar -n '__bursar_at 0' -a donor -d 'Add and list donors'
complete -c bursar -n '__bursar_at 0' -a record -d 'Record a fact'
complete -c bursar -n '__bursar_at 0' -a summary -d 'Print what was requested, what is funded and what is not'
complete -c bursar -n '__bursar_at 0' -a help -d 'Show what a verb does and takes'
complete -c bursar -n '__bursar_at 0' -a completions -d 'Print a script that completes what you type in a shell'
complete -c bursar -n '__bursar_at 0' -a version -d 'Show the version'
complete -c bursar -n '__bursar_at 0' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at 0' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at 0' -l version -d 'show the version'
complete -c bursar -n '__bursar_at any init' -l from -r -F -d 'take in the facts of a text'
complete -c bursar -n '__bursar_at any init' -l currency -r -f -d 'the book currency'
complete -c bursar -n '__bursar_at any init' -l name -r -f -d 'the ledger\'s name'
complete -c bursar -n '__bursar_at any init' -l documents -r -f -a '(__fish_complete_directories)' -d 'where documents lie'
complete -c bursar -n '__bursar_at any init' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at 1 init' -F
complete -c bursar -n '__bursar_at any show' -l depth -r -f -d 'levels of accounts'
complete -c bursar -n '__bursar_at any show' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at any show' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at any show' -f -a '(__bursar_ask agreements)'
complete -c bursar -n '__bursar_at 1 donor' -a add -d 'Add a donor'
complete -c bursar -n '__bursar_at 1 donor' -a list -d 'List donors'
complete -c bursar -n '__bursar_at 1 donor' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at 1 donor' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at any donor add' -l kind -r -f -a 'government multilateral pooled-fund private' -d 'what kind of donor it is'
complete -c bursar -n '__bursar_at any donor add' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at any donor add' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at any donor list' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at any donor list' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at 1 record' -a pledge -d 'Record a pledge'
complete -c bursar -n '__bursar_at 1 record' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at 1 record' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at any record pledge' -l donor -r -f -a '(__bursar_ask donors)' -d 'who promises'
complete -c bursar -n '__bursar_at any record pledge' -l amount -r -f -d 'how much, with its currency'
complete -c bursar -n '__bursar_at any record pledge' -l date -r -f -d 'when it was promised'
complete -c bursar -n '__bursar_at any record pledge' -s m -r -f -d 'a remark'
complete -c bursar -n '__bursar_at any record pledge' -s n -l dry-run -d 'show the entry and post nothing'
complete -c bursar -n '__bursar_at any record pledge' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at any record pledge' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at any summary' -s s -l scope -r -f -a '(__bursar_ask scopes)' -d 'the scope whose subtree is summed'
complete -c bursar -n '__bursar_at any summary' -l donor -r -f -a '(__bursar_ask donors)' -d 'count only what DONOR gave'
complete -c bursar -n '__bursar_at any summary' -s x -l exact -d 'print minor units instead of whole units'
complete -c bursar -n '__bursar_at any summary' -s d -l detail -d 'name each agreement'
complete -c bursar -n '__bursar_at any summary' -l as-of -r -f -d 'the ledger as it stood at the end of DATE'
complete -c bursar -n '__bursar_at any summary' -l basis -r -f -a 'recorded signed received' -d 'what counts as funded'
complete -c bursar -n '__bursar_at any summary' -l format -r -f -a 'text csv json markdown html' -d 'print as FORMAT'
complete -c bursar -n '__bursar_at any summary' -s o -l output -r -F -d 'write to FILE instead of standard output'
complete -c bursar -n '__bursar_at any summary' -s f -l file -r -F -d 'the ledger, in either form'
complete -c bursar -n '__bursar_at any summary' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at any help' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at any help' -f -a 'init show donor record summary help completions version'
complete -c bursar -n '__bursar_at any completions' -s h -l help -d 'show this help'
complete -c bursar -n '__bursar_at 1 completions' -f -a 'bash zsh fish'
complete -c bursar -n '__bursar_at any version' -s h -l help -d 'show this help'
