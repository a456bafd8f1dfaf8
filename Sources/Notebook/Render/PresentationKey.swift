extension Cell {
    /// The name of everything that the page shows of the cell besides its results: its text as it stands, where it
    /// stands, its title, caption and display options.
    ///
    /// The page is made anew for each of them, and no code runs for it.
    var presentationKey: ContentHash {
        ContentHash(fields: [
            "presentation 1", "\(kind)", "\(depth)", "\(line)", title ?? "", source, options.caption ?? "",
            options.hide.rawValue, "\(options.fold)",
        ])
    }
}
