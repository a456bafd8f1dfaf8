/// The one style sheet of a page.
enum StyleSheet {
    /// Everything, in the order of the page.
    static let page = "\n" + [Palette.rules, frameOfPage, prose, code, outputs, tables, endings, print].joined()

    /// The sheet inside the frame of a raw HTML output: the page's faces on the page's ground.
    static let frame = """
        :root { color-scheme: light dark; }
        body { display: flow-root; margin: 0; font: 1rem/1.5 \(sans); }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .75rem .25rem 0; text-align: left; }
        """

    /// Faces that machines already have: nothing is fetched.
    private static let serif =
        #""Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia, serif"#
    private static let sans =
        #"-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, system-ui, sans-serif"#
    private static let mono =
        #"ui-monospace, "SF Mono", Menlo, "Cascadia Code", Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace"#
    private static let math =
        #""STIX Two Math", "Latin Modern Math", "TeX Gyre Pagella Math", "Cambria Math", "DejaVu Math TeX Gyre", math"#

    private static let frameOfPage = """
        :root {
          color-scheme: light dark;
          --serif: \(serif);
          --sans: \(sans);
          --mono: \(mono);
          --math: \(math);
          --measure: 62ch;
          --wide: 46rem;
        }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }
        *, ::before, ::after { box-sizing: border-box; }
        html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0 auto; padding: 0 1.25rem 6rem; max-width: calc(var(--wide) + 2.5rem);
          background: var(--ground); color: var(--ink);
          font: 1.125rem/1.6 var(--serif); font-variant-numeric: oldstyle-nums proportional-nums;
          hanging-punctuation: first last; overflow-wrap: break-word;
        }
        a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
        a:hover { text-decoration-thickness: .12em; }
        :focus-visible { outline: .15rem solid var(--accent); outline-offset: .15rem; border-radius: .15rem; }
        main:focus { outline: none; }
        :target { scroll-margin-top: 1.5rem; }
        .skip { position: absolute; left: 1rem; top: -6rem; padding: .5rem 1rem; background: var(--ground); z-index: 2; }
        .skip:focus { top: .5rem; }
        .announced { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        button, summary, .top, nav, figcaption, .label, .remark, .timing, .cut, .own-page, .faults, .failure, .diagnostic {
          font-family: var(--sans); font-variant-numeric: lining-nums;
        }
        button {
          padding: .2rem .6rem; border: 1px solid var(--rule); border-radius: .3rem; background: var(--ground);
          color: var(--muted); font-size: .8125rem; line-height: 1.4; cursor: pointer;
        }
        button:hover { color: var(--ink); border-color: var(--muted); }
        button[aria-pressed="true"] { color: var(--ink); border-color: var(--muted); background: var(--raised); }
        summary { cursor: pointer; list-style: none; }
        summary::-webkit-details-marker { display: none; }
        summary::before {
          content: ""; display: inline-block; flex: none; width: .38rem; height: .38rem; margin-right: .55rem;
          border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: translateY(-.12rem) rotate(-45deg);
        }
        details[open] > summary::before { transform: translateY(-.2rem) rotate(45deg); }
        .top {
          display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem 1rem;
          min-height: 3.5rem; padding: .6rem 0; border-bottom: 1px solid var(--rule); font-size: .875rem;
        }
        .top ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; color: var(--muted); }
        .top li { margin: 0; }
        .top li + li::before { content: "/"; margin: 0 .5rem; color: var(--muted); }
        .top a { text-decoration: none; }
        .top a:hover { text-decoration: underline; }
        .tools { display: flex; gap: .5rem; }
        .contents { margin: 1rem 0 0; font-size: .9375rem; line-height: 1.4; }
        .contents summary { color: var(--muted); padding: .35rem 0; }
        .contents ol { margin: 0; padding: 0; list-style: none; }
        .contents ol ol { padding-left: .9rem; }
        .contents a { display: block; padding: .22rem 0 .22rem .75rem; border-left: 2px solid transparent; color: var(--muted); text-decoration: none; }
        .contents a:hover { color: var(--accent); }
        .contents a[aria-current] { color: var(--ink); border-left-color: var(--accent); }
        @media (min-width: 72rem) {
          body {
            display: grid; grid-template: auto 1fr / 14rem minmax(0, var(--wide)); column-gap: 4rem;
            max-width: calc(var(--wide) + 20.5rem);
          }
          .top { grid-column: 1 / -1; }
          .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; margin: 0; padding: 2.9rem 0 2rem; overflow-y: auto; }
          .contents a { margin-left: -.75rem; }
          @supports selector(::details-content) {
            .contents summary { display: none; }
            .contents details::details-content { content-visibility: visible; display: block; }
          }
        }
        @media (max-width: 30rem) { body { padding-inline: 1rem; font-size: 1.0625rem; } }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

        """
}
