extension StyleSheet {
    /// What cells show.
    static let outputs = """
        .outputs { margin-top: .5rem; }
        .outputs > * + * { margin-top: 1.1rem; }
        .value, .stream pre { padding: .1rem 0 .1rem 1rem; }
        .value { border-left: 2px solid var(--accent); }
        .value.failed { border-left-color: var(--fault); color: var(--fault); }
        .stream { padding-left: 1rem; border-left: 2px dotted var(--muted); }
        .stream pre { padding-left: 0; }
        .stream.errors { border-left: 2px dashed var(--caution); }
        .label { margin: 0; font-size: .75rem; line-height: 1.5; color: var(--muted); }
        .errors .label { color: var(--caution); font-weight: 600; }
        figure { margin: 1.4rem 0; }
        figcaption { max-width: calc(var(--measure) * .95); font-size: .875rem; line-height: 1.45; color: var(--muted); text-wrap: pretty; }
        .number { color: var(--ink); font-weight: 600; }
        .canvas { overflow-x: auto; }
        /* Where something is cut off, its edge is in shade: grounds that scroll along uncover shades that stay. */
        .canvas, .scroll, .formula, .excerpt {
          --shade: color-mix(in srgb, var(--ink) 30%, transparent);
          background:
            linear-gradient(to right, var(--ground) 30%, transparent) left / 2rem 100% local no-repeat,
            linear-gradient(to left, var(--ground) 30%, transparent) right / 2rem 100% local no-repeat,
            linear-gradient(to right, var(--shade), transparent) left / .6rem 100% scroll no-repeat,
            linear-gradient(to left, var(--shade), transparent) right / .6rem 100% scroll no-repeat;
        }
        figure.plot svg { display: block; width: 100%; min-width: 27rem; height: auto; font-family: var(--sans); }
        .plot figcaption, .picture figcaption { margin-top: .5rem; }
        details.data { margin-top: .35rem; font-size: .875rem; }
        details.data > summary { padding: .15rem 0; color: var(--muted); font-size: .8125rem; width: fit-content; }
        details.data > summary:hover { color: var(--ink); }
        details.data > .scroll { margin-top: .5rem; }
        .summary { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, max-content)); gap: .9rem 2.2rem; margin: 0; }
        .summary dt { font: .8125rem/1.4 var(--sans); color: var(--muted); }
        .summary dd { margin: 0; font-size: 1.3125rem; line-height: 1.3; font-variant-numeric: lining-nums tabular-nums; }
        .raw { display: block; width: 100%; height: 12rem; border: 0; border-left: 2px solid var(--rule); padding-left: 1rem; resize: vertical; }
        .bytes .part { margin: 0 0 .55rem; padding-left: .7rem; border-left: 4px solid var(--part); }
        .bytes .name { margin: 0 0 .15rem; font: 600 .8125rem/1.3 var(--sans); }
        .bytes .fields { display: flex; flex-wrap: wrap; gap: .4rem 1rem; margin: 0; padding: 0 0 0 .3rem; list-style: none; }
        .bytes li { display: flex; flex-direction: column; margin: 0; min-width: 0; }
        .bytes li .label { line-height: 1.35; }
        .bytes li .place { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .bytes li code {
          padding: .05rem .3rem; margin-left: -.3rem; font-size: .8125rem; line-height: 1.5;
          background: color-mix(in srgb, var(--part) 14%, transparent); border-bottom: 2px solid var(--part);
        }
        .bytes li .says { font: .8125rem/1.4 var(--sans); overflow-wrap: anywhere; font-variant-numeric: lining-nums; }
        \(parts)
        .cut { margin: .4rem 0 0; font-size: .8125rem; color: var(--muted); }
        .cut::before { content: "✂\\FE0E\\2002"; }
        .timing { margin: .5rem 0 0; font-size: .75rem; color: var(--muted); }

        """

    /// The colours of the parts of bytes are those of a plot's series.
    private static let parts = (1...8).map { ".part-\($0) { --part: var(--plot-\($0)); }" }.joined(separator: "\n")

    /// Tables: rules only where they help, digits of equal width.
    static let tables = """
        .scroll { overflow: auto; width: fit-content; max-width: 100%; margin: 0 0 1.05em; }
        figure.table figcaption { margin-bottom: .45rem; }
        figure.table .scroll { margin-bottom: 0; }
        .long { max-height: 27rem; border-bottom: 1px solid var(--rule); }
        .long.all { max-height: none; }
        table {
          margin: 0; border-collapse: separate; border-spacing: 0; font: .875rem/1.45 var(--sans);
          font-variant-numeric: lining-nums tabular-nums; border-bottom: 1px solid var(--muted);
        }
        .long table { border-bottom: 0; }
        th, td { padding: .28rem 1.4rem .28rem 0; text-align: left; vertical-align: baseline; }
        /* Room for the mark of the last column's order, so that a table is as wide without it. */
        th:last-child, td:last-child { padding-right: 1rem; }
        th { border-top: 1px solid var(--muted); border-bottom: 1px solid var(--muted); font-weight: 600; vertical-align: bottom; }
        .long th { position: sticky; top: 0; background: var(--ground); }
        tbody tr + tr td { border-top: 1px solid var(--rule); }
        td { overflow-wrap: normal; max-width: 32rem; }
        td.wordy { min-width: 15rem; }
        th.n, td.n, .right { text-align: right; white-space: nowrap; }
        th.n { white-space: normal; }
        .center { text-align: center; }
        .unit { font-weight: 400; color: var(--muted); white-space: nowrap; }
        td[data-pad]::after, td [data-pad]::before { content: attr(data-pad); visibility: hidden; }
        .range { color: var(--muted); }
        th button {
          margin: -.15rem 0; padding: .15rem 0; border: 0; border-radius: 0; background: none;
          color: inherit; font: inherit; text-align: inherit;
        }
        th button::after {
          content: "↕"; display: inline-block; width: 0; text-align: left; text-indent: .15rem; white-space: nowrap;
          font-size: .8125rem; line-height: 1; color: var(--muted); opacity: .55;
        }
        th[aria-sort="ascending"] button::after { content: "↑"; opacity: 1; color: var(--accent); }
        th[aria-sort="descending"] button::after { content: "↓"; opacity: 1; color: var(--accent); }
        .more { margin-top: .5rem; }

        """

    /// How cells end that do not simply succeed: told by words and marks, coloured besides.
    static let endings = """
        .remark, .failure, .diagnostics { margin: .8rem 0 0; padding: .1rem 0 .1rem 1rem; font-size: .9375rem; line-height: 1.5; border-left: 2px solid var(--muted); }
        .remark strong, .reason strong, .diagnostic strong { font-weight: 650; }
        .remark.notice { border-left-color: var(--caution); }
        .notice strong, .warning strong { color: var(--caution); }
        .absent { color: var(--muted); border-left-style: dashed; }
        .absent strong { color: var(--ink); }
        .failure { border-left: 3px solid var(--fault); padding-block: .35rem; }
        .failure p { margin: 0 0 .35rem; }
        .reason strong, .error strong { color: var(--fault); }
        .reason strong::before { content: "✕ "; }
        .diagnostics { border-left-color: var(--caution); }
        .diagnostic + .diagnostic { margin-top: .8rem; }
        .diagnostic p { margin: 0 0 .2rem; }
        .failure p code, .remark code, .diagnostic p code, .faults code { font-size: .875em; }
        .excerpt { margin: .2rem 0 .5rem; overflow-x: auto; white-space: pre; overflow-wrap: normal; }
        .excerpt .place { font: .75rem/1.5 var(--sans); color: var(--muted); }
        .caret { color: var(--fault); font-weight: 700; }
        .warning .caret { color: var(--caution); }
        .note .caret { color: var(--muted); }
        .remedy { color: var(--ink); }

        """

    /// On paper: code as folded as on the screen, nothing to press, links that can be followed, no page half empty.
    static let print = """
        @media print {
          @page { margin: 2cm 1.8cm; }
          :root, :root[data-theme] { color-scheme: light; --ground: #fff; }
          body { display: flex; flex-direction: column; max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
          .tools, .copy, .more, .skip, .own-page, details.data, .top { display: none; }
          :root { --measure: 74ch; }
          .long th { position: static; }
          .raw { resize: none; }
          .scroll:not(:has(tr:nth-child(11))) { break-inside: avoid; }
          table { font-size: 8.5pt; line-height: 1.35; }
          th, td { padding-block: .12rem; }
          th:last-child, td:last-child { padding-right: .2rem; }
          pre.source:not(:has(.l:nth-child(16))) { break-inside: avoid; }
          .l:nth-child(-n + 3) { break-after: avoid; }
          .l:nth-last-child(-n + 3) { break-before: avoid; }
          pre { orphans: 4; widows: 4; }
          main, main:not(.collection) > .notebook { display: contents; }
          main:not(.collection) > .notebook > .title, .collection > h1 { order: -1; }
          .contents { position: static; max-height: none; padding: 0 0 1rem; margin: 0 0 1rem; border-bottom: 1px solid var(--rule); font-size: 9pt; columns: 2; overflow: visible; }
          .contents summary, details.code > summary { list-style: none; }
          .contents details::details-content { content-visibility: visible; display: block; height: auto; }
          summary::before { content: none; }
          .contents a { border: 0; padding-left: 0; color: inherit; }
          h1 { font-size: 22pt; }
          h1, h2, h3, h4, summary, .label, figure.table figcaption { break-after: avoid; }
          :is(h2, h3, h4) + p:last-child { break-after: avoid; }
          .l { break-inside: avoid; }
          figure, .part, tr, .failure, .remark, .summary, .formula { break-inside: avoid; }
          figure.table { break-inside: auto; }
          figure.plot svg { min-width: 0; max-height: 19cm; }
          thead { display: table-header-group; }
          .scroll, .formula, .canvas, .excerpt { max-height: none; overflow: visible; background: none; }
          p, li { orphans: 3; widows: 3; }
          pre { font-size: 8pt; }
          th button { display: contents; }
          th button::after { content: none; }
          .prose a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--muted); overflow-wrap: anywhere; }
          .notebook + .notebook { break-before: page; border: 0; margin: 0; }
        }

        """
}
