import Traffic

/// The longest frame that is believed: a damaged length must neither cost memory nor swallow the file.
///
/// The limits are libpcap's: ``SnapLength/wholeFrames``, and more for links whose frames are messages of programs or
/// transfers of devices. The snap length a file announces is no limit: programs have written longer frames than they
/// announced, and they are whole.
enum FrameLimit {
    static func of(_ link: LinkType) -> Int {
        switch link.rawValue {
        case dbus: 1 << 27
        case ebhscr: 1 << 23
        case usbPcap: 1 << 20
        default: SnapLength.wholeFrames
        }
    }

    private static let dbus: Int32 = 231
    private static let usbPcap: Int32 = 249
    private static let ebhscr: Int32 = 279
}
