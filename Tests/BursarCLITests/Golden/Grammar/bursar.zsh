#compdef bursar
# zsh completion for bursar, made by 'bursar completions zsh'

# Proposes names of the kind said last, which the tool itself knows; before it stand options of
# compadd.
_bursar_ask() {
  local -a names
  names=("${(@f)$($tool $forwarded __complete $@[-1] "${(Q)PREFIX}" 2>/dev/null)}")
  compadd "${@[1,-2]}" -- ${names:#}
}

_bursar_at() {
  local curcontext=$curcontext state line
  local -a verbs=(
    'init:Make a ledger'
    'show:Show everything about agreements or entries'
    'donor:Add and list donors'
    'record:Record a fact'
    'summary:Print what was requested, what is funded and what is not'
    'help:Show what a verb does and takes'
    'completions:Print a script that completes what you type in a shell'
    'version:Show the version'
  )
  _arguments -C -s -S : \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]' \
    '(--version)'--version'[show the version]' \
    '1: :->verb' '*::: :->rest'
  if [[ $state == verb ]]; then
    _describe -t verbs verb verbs
    return
  fi
  [[ $state == rest ]] || return
  words=($line[1] "${words[@]}")
  ((CURRENT++))
  case $line[1] in
    (init) _bursar_at_init ;;
    (show) _bursar_at_show ;;
    (donor) _bursar_at_donor ;;
    (record) _bursar_at_record ;;
    (summary) _bursar_at_summary ;;
    (help) _bursar_at_help ;;
    (completions) _bursar_at_completions ;;
    (version) _bursar_at_version ;;
  esac
}

_bursar_at_init() {
  _arguments -s -S : \
    '(--from --currency --name --documents)'--from='[take in the facts of a text]:FILE:_files' \
    '(--currency --from)'--currency='[the book currency]:CODE: ' \
    '(--name --from)'--name='[the ledger'\''s name]:TEXT: ' \
    '(--from)*'--documents='[where documents lie]:FOLDER:_files -/' \
    '(-h --help)'{-h,--help}'[show this help]' \
    '1:FILE:_files'
}

_bursar_at_show() {
  _arguments -s -S : \
    '(--depth)'--depth='[levels of accounts]:N: ' \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]' \
    '*:REF:_bursar_ask agreements'
}

_bursar_at_donor() {
  local curcontext=$curcontext state line
  local -a verbs=(
    'add:Add a donor'
    'list:List donors'
  )
  _arguments -C -s -S : \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]' \
    '1: :->verb' '*::: :->rest'
  if [[ $state == verb ]]; then
    _describe -t verbs verb verbs
    return
  fi
  [[ $state == rest ]] || return
  words=($line[1] "${words[@]}")
  ((CURRENT++))
  case $line[1] in
    (add) _bursar_at_donor_add ;;
    (list) _bursar_at_donor_list ;;
  esac
}

_bursar_at_donor_add() {
  _arguments -s -S : \
    '(--kind)'--kind='[what kind of donor it is]:KIND:(government multilateral pooled-fund private)' \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]' \
    '1:CODE: ' \
    '2::NAME: '
}

_bursar_at_donor_list() {
  _arguments -s -S : \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]'
}

_bursar_at_record() {
  local curcontext=$curcontext state line
  local -a verbs=(
    'pledge:Record a pledge'
  )
  _arguments -C -s -S : \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]' \
    '1: :->verb' '*::: :->rest'
  if [[ $state == verb ]]; then
    _describe -t verbs verb verbs
    return
  fi
  [[ $state == rest ]] || return
  words=($line[1] "${words[@]}")
  ((CURRENT++))
  case $line[1] in
    (pledge) _bursar_at_record_pledge ;;
  esac
}

_bursar_at_record_pledge() {
  _arguments -s -S : \
    '(--donor)'--donor='[who promises]:DONOR:_bursar_ask donors' \
    '(--amount)'--amount='[how much, with its currency]:AMOUNT: ' \
    '(--date)'--date='[when it was promised]:DATE: ' \
    '(-m)'-m+'[a remark]:TEXT: ' \
    '(-n --dry-run)'{-n,--dry-run}'[show the entry and post nothing]' \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]'
}

_bursar_at_summary() {
  _arguments -s -S : \
    '(-s --scope)'{-s+,--scope=}'[the scope whose subtree is summed]:SCOPE:_bursar_ask scopes' \
    '*'--donor='[count only what DONOR gave]:DONOR:_bursar_ask donors' \
    '(-x --exact)'{-x,--exact}'[print minor units instead of whole units]' \
    '(-d --detail)'{-d,--detail}'[name each agreement]' \
    '(--as-of)'--as-of='[the ledger as it stood at the end of DATE]:DATE: ' \
    '(--basis)'--basis='[what counts as funded]:BASIS:(recorded signed received)' \
    '(--format)'--format='[print as FORMAT]:FORMAT:(text csv json markdown html)' \
    '(-o --output)'{-o+,--output=}'[write to FILE instead of standard output]:FILE:_files' \
    '(-f --file)'{-f+,--file=}'[the ledger, in either form]:FILE:_files' \
    '(-h --help)'{-h,--help}'[show this help]'
}

_bursar_at_help() {
  _arguments -s -S : \
    '(-h --help)'{-h,--help}'[show this help]' \
    '*:VERB:(init show donor record summary help completions version)'
}

_bursar_at_completions() {
  _arguments -s -S : \
    '(-h --help)'{-h,--help}'[show this help]' \
    '1:SHELL:(bash zsh fish)'
}

_bursar_at_version() {
  _arguments -s -S : \
    '(-h --help)'{-h,--help}'[show this help]'
}

_bursar() {
  local tool=${words[1]/#\~/$HOME} i
  local -a forwarded
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in
      (-f|--file)
        forwarded+=($words[i] ${(Q)words[i + 1]/#\~/$HOME}) ;;
      (--file=*)
        forwarded+=(${(Q)words[i]}) ;;
    esac
  done
  _bursar_at
}

if [[ $funcstack[1] == _bursar ]]; then
  _bursar "$@"
else
  compdef _bursar bursar
fi
