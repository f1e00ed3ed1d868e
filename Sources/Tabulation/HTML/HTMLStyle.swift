/// The looks of a page: one style sheet for screen, phone and paper, and the patterns of the bars.
enum HTMLStyle {
  /// Hatching, so that what is missing differs from what is there without colour, too.
  static let patterns = """
    <svg class="patterns" aria-hidden="true"><defs>
    <pattern id="hatch-unfunded" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect width="6" height="6" class="ground"/>\
    <rect width="2.5" height="6" class="ink-unfunded"/></pattern>
    <pattern id="hatch-flexible" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect width="6" height="6" class="ground"/>\
    <circle cx="3" cy="3" r="2" class="ink-flexible"/></pattern>
    <pattern id="hatch-pending" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(-45)"><rect width="6" height="6" class="ground"/>\
    <rect width="4" height="6" class="ink-pending"/></pattern>
    </defs></svg>
    """

  /// Colours near to those of Okabe and Ito, three to one at least against the page.
  /// Source: WCAG 2.2, 1.4.3 and 1.4.11.
  static let sheet = """
    :root {
      --page: #fff; --text: #1a2027; --quiet: #57616b; --line: #d5dade; --ground: #f3f5f7;
      --funded: #0072bc; --unfunded: #c65a00; --flexible: #00795a; --pending: #8a4f86;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #12161b; --text: #e6eaee; --quiet: #a0abb6; --line: #37414b; --ground: #1c232a;
        --funded: #52aee8; --unfunded: #f0954a; --flexible: #37c79a; --pending: #cf95cb;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--page); color: var(--text);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
      -webkit-text-size-adjust: 100%;
    }
    main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
    h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; }
    h2 { margin: 2.25rem 0 0.5rem; font-size: 1.15rem; line-height: 1.3; }
    h1, h2, p, li, dt, dd, caption, figcaption { overflow-wrap: anywhere; }
    p { max-width: 44rem; margin: 0.75rem 0; }
    .subtitle { margin: 0.25rem 0 0; color: var(--quiet); }
    code { font: 0.95em ui-monospace, "DejaVu Sans Mono", monospace; }
    pre {
      margin: 1rem 0 0; padding: 0.75rem 1rem; background: var(--ground); border-radius: 0.375rem;
      white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.4; tab-size: 4;
    }
    h2 + pre { margin-top: 0.5rem; }
    .code { color: var(--quiet); font-size: 0.85em; }
    .figures {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      gap: 0.75rem; margin: 1.5rem 0 0;
    }
    .figures div {
      padding: 0.75rem 1rem; background: var(--ground); border-radius: 0.375rem;
      border-left: 0.3rem solid var(--line);
    }
    .figures .funded { border-color: var(--funded); }
    .figures .unfunded { border-color: var(--unfunded); }
    .figures .flexible { border-color: var(--flexible); }
    .figures .pending { border-color: var(--pending); }
    .figures dt { color: var(--quiet); font-size: 0.9rem; }
    .figures dd {
      margin: 0; font-size: 1.35rem; font-weight: 600; line-height: 1.3;
      font-variant-numeric: tabular-nums;
    }
    .figures .code { font-weight: 400; font-size: 0.7em; }
    .percent { color: var(--quiet); font-size: 0.8em; font-weight: 400; white-space: nowrap; }
    figure { margin: 1.25rem 0 0; }
    figcaption, caption {
      padding: 0 0 0.4rem; font-weight: 600; font-size: 1.05rem; text-align: start;
    }
    svg { display: block; width: 100%; height: 0.8rem; overflow: hidden; }
    .patterns { position: absolute; width: 0; height: 0; }
    .parts { height: 1.75rem; border-radius: 0.25rem; background: var(--ground); }
    rect.funded { fill: var(--funded); }
    rect.unfunded { fill: url(#hatch-unfunded); }
    rect.flexible { fill: url(#hatch-flexible); }
    rect.pending { fill: url(#hatch-pending); }
    .ground { fill: var(--ground); }
    .ink-unfunded { fill: var(--unfunded); }
    .ink-flexible { fill: var(--flexible); }
    .ink-pending { fill: var(--pending); }
    .legend, .roll { display: flex; flex-wrap: wrap; margin: 0.5rem 0 0; padding: 0; list-style: none; }
    .legend { gap: 0.25rem 1.5rem; font-size: 0.9rem; }
    .legend li { display: flex; align-items: center; gap: 0.45rem; }
    .legend svg { width: 1.1rem; height: 0.8rem; flex: none; }
    .roll { gap: 0.1rem 0; max-width: 52rem; margin-top: 0.75rem; }
    h2 + .roll { margin-top: 0.25rem; }
    .roll li:not(:last-child)::after { content: "|"; margin: 0 0.5rem; color: var(--quiet); }
    .frame { margin: 1.75rem 0 0; overflow-x: auto; }
    h2 + .frame { margin-top: 0.25rem; }
    p + .frame { margin-top: 1rem; }
    .frame:focus-visible { outline: 2px solid var(--funded); outline-offset: 2px; }
    table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
    th, td {
      padding: 0.35rem 0.75rem; max-width: 26rem; text-align: start; vertical-align: baseline;
      overflow-wrap: break-word;
    }
    th:first-child, td:first-child { padding-inline-start: 0; }
    tbody th:not(.whole) { min-width: 7rem; }
    th:first-child { position: sticky; inset-inline-start: 0; background: var(--page); }
    th:last-child, td:last-child { padding-inline-end: 0; }
    tbody th { font-weight: 400; }
    tbody tr { border-bottom: 1px solid var(--line); }
    thead th { color: var(--quiet); font-size: 0.85rem; font-weight: 600; vertical-align: bottom; }
    thead tr { border-bottom: 2px solid var(--line); }
    .number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
    thead .number { white-space: normal; overflow-wrap: normal; }
    thead .one { white-space: nowrap; }
    .whole { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .tree { padding-inline-start: calc(var(--level, 0) * 1.25rem) !important; }
    td.bar { width: 30%; min-width: 5rem; padding-top: 0.7rem; vertical-align: top; }
    .heading > *, .subtotal > *, .total > * { font-weight: 600 !important; }
    .subtotal { border-top: 1px solid var(--quiet); }
    .total { border-top: 2px solid var(--text); border-bottom: 0; }
    .notes ul { max-width: 44rem; margin: 0; padding-inline-start: 1.1rem; }
    .notes { font-size: 0.95rem; }
    footer {
      margin-top: 2.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line);
      color: var(--quiet); font-size: 0.85rem;
    }
    .stamp { display: flex; flex-wrap: wrap; gap: 0.15rem 1.5rem; margin: 0; }
    .stamp div { display: flex; flex-wrap: wrap; gap: 0 0.4rem; }
    .stamp dd { margin: 0; color: var(--text); overflow-wrap: anywhere; }
    @media (max-width: 32rem) {
      main { padding: 1.25rem 1rem 2rem; }
      h1 { font-size: 1.45rem; }
      table { font-size: 0.875rem; }
      th, td { padding-inline: 0.4rem; max-width: 11rem; }
      td.bar { min-width: 3rem; padding-top: 0.6rem; }
    }
    @media print {
      @page { margin: 18mm 16mm; }
      @page wide { size: landscape; margin: 14mm 12mm; }
      .wide { page: wide; }
      .wide th, .wide td { padding-inline: 1mm; font-size: 8pt; }
      :root {
        --page: #fff; --text: #000; --quiet: #444; --line: #bbb; --ground: #fff;
        --funded: #005a96; --unfunded: #b04f00; --flexible: #00684d; --pending: #74406f;
      }
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      svg, .figures div { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .figures { grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
      .figures dd { font-size: 1.1rem; }
      .figures div { padding: 0.4rem 0.6rem; border: 1px solid var(--line); border-left-width: 0.3rem; }
      pre { padding: 0.5rem 0.75rem; border: 1px solid var(--line); }
      .parts { border: 1px solid var(--quiet); }
      .frame { overflow: visible; }
      th:first-child { position: static; }
      thead { display: table-header-group; }
      tr, figure, pre, .figures div, li, footer { break-inside: avoid; }
      h2, caption, .heading { break-after: avoid; }
      .total, .subtotal { break-before: avoid; }
    }
    """
}
