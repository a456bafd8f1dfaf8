/// A moment as a date and time of day in UTC, by the Gregorian calendar.
struct CalendarTime {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    let microsecond: Int

    /// The date by Hinnant's algorithm (chrono-Compatible Low-Level Date Algorithms, `civil_from_days`): days are
    /// counted from 1 March of the year 0, so that a leap day is the last of its year.
    init(_ time: Timestamp) {
        let (days, rest) = time.nanoseconds.flooredQuotient(dividingBy: 86_400_000_000_000)
        let shifted = days + 719_468
        let (era, dayOfEra) = shifted.flooredQuotient(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        let seconds = Int(rest / 1_000_000_000)
        (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        microsecond = Int(rest % 1_000_000_000 / 1000)
    }
}

extension CalendarTime {
    /// As in ISO 8601, with microseconds: `2017-07-03T11:55:58.598308Z`.
    var text: String {
        "\(date)T\(Self.padded(hour)):\(Self.padded(minute)):\(Self.padded(second))"
            + ".\(Self.padded(microsecond, 6))Z"
    }

    /// As in the header of Zeek's logs: `2017-07-03-11-55-58`.
    var zeekText: String {
        "\(date)-\(Self.padded(hour))-\(Self.padded(minute))-\(Self.padded(second))"
    }

    private var date: String { "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))" }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
}
