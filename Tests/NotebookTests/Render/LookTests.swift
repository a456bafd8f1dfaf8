import Foundation
import Testing

@testable import Notebook

@Suite("The look of the page")
struct LookTests {
    /// The relative luminance of `#rrggbb` (WCAG 2.2, definition of relative luminance).
    private static func luminance(_ color: String) throws -> Double {
        let code = try #require(Int(color.dropFirst(), radix: 16))
        let parts = [code >> 16, code >> 8 & 255, code & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static func contrast(_ one: String, _ other: String) throws -> Double {
        let (first, second) = (try luminance(one), try luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    @Test("contrast is measured as the guideline does")
    func measure() throws {
        #expect(abs(try Self.contrast("#000000", "#ffffff") - 21) < 1e-9)
        #expect(abs(try Self.contrast("#777777", "#ffffff") - 4.478) < 1e-3)
    }

    @Test("text is readable on every ground of both themes", arguments: Palette.inks.map(\.name))
    func inks(name: String) throws {
        let ink = try #require(Palette.inks.first { $0.name == name })
        for ground in Palette.grounds {
            #expect(try Self.contrast(ink.light, ground.light) >= 4.5)
            #expect(try Self.contrast(ink.dark, ground.dark) >= 4.5)
        }
    }

    @Test("marks of plots can be told from their ground, spans and white paper", arguments: Palette.marks.map(\.name))
    func marks(name: String) throws {
        let mark = try #require(Palette.marks.first { $0.name == name })
        let span = try #require(Palette.quiet.first { $0.name == "plot-span" })
        for ground in Palette.grounds + [span] {
            #expect(try Self.contrast(mark.light, ground.light) >= 3)
            #expect(try Self.contrast(mark.dark, ground.dark) >= 3)
        }
        #expect(try Self.contrast(mark.light, "#ffffff") >= 3)
    }

    @Test("every class of a plot has its colour")
    func plotClasses() {
        let names = (1...8).map(String.init) + ["ink", "muted", "grid", "span"]
        for name in names {
            #expect(StyleSheet.page.contains(".fill-\(name) { fill: var(--plot-\(name)); }"))
            #expect(StyleSheet.page.contains(".stroke-\(name) { stroke: var(--plot-\(name)); }"))
            #expect(StyleSheet.page.contains("--plot-\(name): light-dark("))
        }
    }

    @Test("every colour that is used is defined")
    func variables() {
        let used = Set(StyleSheet.page.matches(of: /var\((--[a-z0-9-]+)\)/).map { String($0.1) })
        let defined = Set(StyleSheet.page.matches(of: /(--[a-z0-9-]+):/).map { String($0.1) })
        #expect(used.subtracting(defined) == [])
    }

    @Test("the script and the sheets cannot end their elements")
    func rawText() {
        for text in [StyleSheet.page, StyleSheet.frame, PageScript.text] { #expect(!text.contains("</")) }
    }

    @Test("hashes are those of FIPS 180-4")
    func hash() {
        #expect(ContentSecurity.source("abc") == "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='")
    }
}
