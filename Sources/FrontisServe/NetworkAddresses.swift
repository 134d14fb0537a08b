import Foundation
import NIOCore
import NIOPosix

/// Where other machines of the same network find this one.
enum NetworkAddresses {
    /// IPv4 addresses of this machine that are not its own alone, in the order of its devices.
    static var own: [String] {
        let devices = (try? System.enumerateDevices()) ?? []
        return devices.compactMap { device in
            guard case .v4? = device.address, let text = device.address?.ipAddress, !text.hasPrefix("127."),
                !text.hasPrefix("169.254.")
            else { return nil }
            return text
        }
    }

    /// As an address of a page writes it.
    static func host(_ address: String) -> String { address.contains(":") ? "[\(address)]" : address }
}
