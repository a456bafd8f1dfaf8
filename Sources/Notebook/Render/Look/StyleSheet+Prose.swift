extension StyleSheet {
    /// Text made for reading: a measure of about 68 characters, a real hierarchy.
    static let prose = """
        main { padding-top: 1.25rem; }
        .notebook + .notebook { margin-top: 6rem; padding-top: 2rem; border-top: 1px solid var(--rule); }
        .prose > *, .shown-prose > *, .title > *, .outputs > .formula { max-width: var(--measure); }
        h1, h2, h3, h4, h5, h6 { margin: 2em 0 .6em; line-height: 1.2; font-weight: 600; text-wrap: balance; }
        h1, .collection h2 { margin: 1.1em 0 .7em; font-size: 2.25rem; letter-spacing: -.012em; line-height: 1.12; }
        h2, .collection h3 { margin: 2.2em 0 .6em; font-size: 1.5rem; letter-spacing: -.005em; line-height: 1.2; }
        h3, .collection h4 { font-size: 1.1875rem; font-style: normal; font-weight: 600; }
        h4, h5, h6, .collection h5, .collection h6 { font-size: 1.0625rem; font-style: italic; font-weight: 500; }
        .collection h1 { margin-bottom: 0; font-size: 2.75rem; }
        .own-page { margin: -.8rem 0 1.6rem; font-size: .875rem; }
        p, ul, ol, dl, blockquote, table { margin: 0 0 1.05em; }
        p { text-wrap: pretty; hyphens: auto; }
        ul, ol { padding-left: 1.4em; }
        li + li { margin-top: .25em; }
        li::marker { color: var(--muted); }
        li.task { list-style: none; margin-left: -1.3em; }
        blockquote { margin-inline: 0; padding-left: 1.1em; border-left: 2px solid var(--rule); color: var(--muted); font-style: italic; }
        hr { width: 6rem; margin: 2.5rem 0; border: 0; border-top: 1px solid var(--rule); }
        img { max-width: 100%; height: auto; }
        strong { font-weight: 650; }
        sup { font-size: .7em; line-height: 0; }
        .note a { padding: 0 .15em; text-decoration: none; }
        .footnotes { max-width: var(--measure); margin-top: 4rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .9375rem; }
        .footnotes p { display: inline; }
        .back { margin-left: .4em; }
        .broken { text-decoration: underline wavy var(--fault) .08em; text-underline-offset: .2em; }
        math { font-family: var(--math); font-size-adjust: .47; font-variant-numeric: normal; }
        math[display="block"] { margin: 0; }
        mtable.aligned mtd:nth-child(odd) { text-align: right; padding-right: 0; }
        mtable.aligned mtd:nth-child(even) { text-align: left; padding-left: .2em; }
        /* Where a formula with relations is wider than a narrow page, a relation begins a new line. */
        @media (max-width: 40rem) {
          math.relations[display="block"] { display: flex; flex-wrap: wrap; align-items: baseline; row-gap: .3em; }
        }
        .tie { white-space: nowrap; }
        span.formula { display: block; margin: .4em 0; }
        div.formula { margin: 1.3em 0; }
        .formula { padding: .15rem 0; overflow-x: auto; overflow-y: hidden; font-size: 1.05em; }
        .formula-fault { font-family: var(--sans); font-size: .875em; color: var(--fault); }
        .formula-fault code { color: inherit; }
        .formula-fault.displayed { display: block; }
        .faults { margin: 0 0 2rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--fault); font-size: .9375rem; }
        .faults p { margin: .3rem 0; }
        .faults ul { margin: .3rem 0; padding-left: 1.1em; }

        """

    /// Code, quiet beside the prose.
    static let code = """
        code, pre, samp { font-family: var(--mono); font-variant-numeric: lining-nums; font-feature-settings: "calt" 0; }
        p code, li code, td code, th code, h1 code, h2 code, h3 code, dd code { font-size: .84em; overflow-wrap: anywhere; }
        pre { margin: 0; font-size: .8125rem; line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
        pre.listing { margin: 0 0 1.3em; padding: .1rem 0 .1rem 1rem; border-left: 2px solid var(--rule); }
        .cell { margin: 1.6rem 0 2rem; }
        details.code { position: relative; }
        details.code > summary {
          padding: .15rem 4.5rem .15rem 0; color: var(--muted); font-size: .8125rem; line-height: 1.5;
        }
        details.code > summary:hover .title { color: var(--ink); }
        .code .title { font-weight: 600; }
        .code .line { margin-left: .6rem; font-size: .75rem; white-space: nowrap; }
        @media (min-width: 40.01rem) { details.code[open] .line { display: none; } }
        .source { margin: .15rem 0 .4rem; padding: .1rem 0 .1rem .2rem; border-left: 2px solid var(--rule); }
        .source code { display: block; }
        /* The rest of a line that is too long stands below it, further in than the line itself. */
        .l {
          --hang: 6ch; position: relative; display: block; padding-left: calc(3.6rem + var(--hang));
          text-indent: calc(-1 * var(--hang)); min-height: 1.55em;
        }
        .deep-1 { --hang: 10ch; }
        .deep-2 { --hang: 14ch; }
        .deep-3 { --hang: 18ch; }
        .deep-4 { --hang: 22ch; }
        .l::before {
          content: attr(data-n); position: absolute; left: .4rem; width: 2.4rem; text-align: right; text-indent: 0;
          color: var(--muted); font-size: .6875rem; opacity: .85; user-select: none;
        }
        pre .k { color: var(--keyword); }
        pre .t { color: var(--type); }
        pre .s { color: var(--string); }
        pre .n { color: var(--number); }
        pre .c { color: var(--comment); font-style: italic; }
        pre .a { color: var(--caution); }
        .copy { position: absolute; top: 0; right: 0; opacity: 0; }
        details.code:hover .copy, .copy:focus-visible { opacity: 1; }
        @media (hover: none) { .copy { opacity: 1; } }
        @media (max-width: 40rem) {
          pre { font-size: .78125rem; }
          .l { padding-left: calc(.8rem + var(--hang)); }
          .l::before { content: none; }
        }

        """
}
