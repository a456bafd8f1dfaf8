import Foundation
import TestSupport
import Testing
import Traffic

@Suite("Zeek's log format")
struct ZeekEncoderTests {
    @Test("any text reads back as it was, and is never taken for a missing one")
    func texts() {
        let lines = lines(Sample.texts.map(FieldValue.text))
        #expect(lines.map(unescaped) == Sample.texts)
        #expect(!lines.contains("-"))
    }

    @Test(
        "values are written as Zeek writes them",
        arguments: [
            (.missing, "-"), (.real(.nan), "-"), (.boolean(true), "T"), (.boolean(false), "F"), (.text(""), "(empty)"),
            (.text("-"), "\\x2d"), (.integer(-7), "-7"), (.span(nanoseconds: 3_004_616_000), "3.004616"),
            (.span(nanoseconds: 0), "0.000000"), (.span(nanoseconds: 1_999_999_500), "2.000000"),
            (.span(nanoseconds: -1_500_000), "-0.001500"),
            (.time(Timestamp(nanoseconds: 1_300_475_167_096_535_000)), "1300475167.096535"),
        ] as [(FieldValue, String)])
    func values(value: FieldValue, text: String) {
        #expect(lines([value]) == [text])
    }

    @Test("the log says when it was opened and closed, and what it is of")
    func frame() {
        var encoder = ZeekEncoder(
            Sample.profile("service", .word), path: "conn", opened: Timestamp(seconds: 1_300_475_167, nanoseconds: 0))
        encoder.closed = Timestamp(seconds: 1_709_164_799, nanoseconds: 999_999_999)
        let text = String(decoding: encoder.encoded([.text("dns")]), as: UTF8.self)
        #expect(
            text == """
                #separator \\x09
                #set_separator\t,
                #empty_field\t(empty)
                #unset_field\t-
                #path\tconn
                #open\t2011-03-18-19-06-07
                #fields\tservice
                #types\tenum
                dns
                #close\t2024-02-28-23-59-59

                """)
    }

    @Test("dates are those of the Gregorian calendar")
    func dates() {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "yyyy-MM-dd-HH-mm-ss"
        var generator = SplitMix(seed: 3)
        for _ in 0..<500 {
            let seconds = Int64.random(in: -9_000_000_000...9_000_000_000, using: &generator)
            let encoder = ZeekEncoder(Sample.profile(), opened: Timestamp(seconds: seconds, nanoseconds: 0))
            let text = String(decoding: encoder.encoded([]), as: UTF8.self)
            let date = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(text.contains("#open\t\(date)\n"))
        }
    }

    private func lines(_ values: [FieldValue]) -> [String] {
        let text = String(decoding: ZeekEncoder(Sample.profile()).encoded(values), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .filter { !$0.hasPrefix("#") && !$0.isEmpty }
    }

    private func unescaped(_ text: String) -> String {
        if text == "(empty)" { return "" }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "x") else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
