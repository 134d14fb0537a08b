import Foundation

/// Small pictures of 16 × 12 pixels, written once by libvips 8.14, so that reading them does not rest on the
/// encoders of the machine that runs the tests.
enum PictureFixtures {
    static let png = decoded(
        """
        iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAACXBIWXMAAAPoAAAD6AG1e1JrAAABTElEQVQokRXLwQBEQQgA0D2HEEII
        IYQQQgghhBBCCCGEMAghzGn/3N/7AQACEhADC4iCGpiDB0RCFlRDD8yBs7AX7u9xREJiZEFRVENz9MBIzMJq7ME5eBb34hcIHidiYiFR
        UiNz8qBIyqJq6qE5dJb20hcYkPFxZmFRVmNz9uBIzuJq7uE5fJb38hcEUJCEHhdRURNz8ZBIyZJq6ZE5clb2yhcUUJGUWPlxVVNz9dBI
        zdJq7dE5elb36hcM0JCM2FhMHjdz87BIy7Jq67E5dtb22hcc0JGc2Flc1PVx9/BIz/Jq7/E5ftb3+hcCMJCCOFhCNNTCHo/IyIrq6Ik5
        cTb2xhcSMJGSOFlSNNXSPP3xzMrq7Mk5eTb35hcKsJCKuFhKtNTKvDwqHq/q6qk5dbb21hcasJGauFlatNXavD06svPx7uk5fbb39v0D
        FGkMkAC2rj4AAAAASUVORK5CYII=
        """)

    static let jpeg = decoded(
        """
        /9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARES
        EhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAMABADASIAAhEB
        AxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABQP/xAAZEAADAAMAAAAAAAAAAAAAAAAABCECAzH/xAAUAQEAAAAAAAAAAAAAAAAAAAAC/8QA
        GBEBAQADAAAAAAAAAAAAAAAABAABAiH/2gAMAwEAAhEDEQA/AAFEeQaUR5CymnCQaU04SCIjMgr25f/Z
        """)

    /// Stored 16 × 12, to be shown turned by a quarter (Exif orientation 6).
    static let turnedJPEG = decoded(
        """
        /9j/4QC8RXhpZgAASUkqAAgAAAAGABIBAwABAAAABgAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAA
        AQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMA
        AQAAAP//AAACoAQAAQAAABAAAAADoAQAAQAAAAwAAAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhc
        TkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj
        Y2NjY2NjY2NjY2NjY2NjY2Nj/8AAEQgADAAQAwEiAAIRAQMRAf/EABUAAQEAAAAAAAAAAAAAAAAAAAUD/8QAGRAAAwADAAAAAAAAAAAA
        AAAAAAQhAgMx/8QAFAEBAAAAAAAAAAAAAAAAAAAAAv/EABgRAQEAAwAAAAAAAAAAAAAAAAQAAQIh/9oADAMBAAIRAxEAPwABRHkGlEeQ
        sppwkGlNOEgiIzIK9uX/2Q==
        """)

    static let webp = decoded(
        """
        UklGRiABAABXRUJQVlA4WAoAAAAIAAAADwAACwAAVlA4IEAAAAAQAgCdASoQAAwAAgA0JbACdLoAAwX84b+AAP78cdqxKYcBD3X7lOpU
        L8vPmG03PKabr9pC/DiT16dfSIiQwAAARVhJRroAAABFeGlmAABJSSoACAAAAAYAEgEDAAEAAAABAAAAGgEFAAEAAABWAAAAGwEFAAEA
        AABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAEAAAAMDIxMAGR
        BwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAEAAAAAOgBAABAAAADAAAAAAAAAA=
        """)

    static let gif = decoded(
        """
        R0lGODlhEAAMAIIAACc3JymhKd6c3rRDtO447ngoeI+kj2N3YyH/C05FVFNDQVBFMi4wAwEAAAAh+QQEAAAAACwAAAAAEAAMAAADRwgK
        1T1wkLmWK3GSejHUW8U4GWUdTySZwNEesCpMQQAEMGoM+0zfr4NBOBAUBYJaLUc0IJEEpVJoqDqfUqpVcEVKldbqU5AAADs=
        """)

    static let avif = decoded(
        """
        AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5w
        aXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAKwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEA
        AAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAQAAAADAAAABBwaXhpAAAA
        AAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAADNtZGF0EgAKCRgM/tggQEDQgDIcGAAAAEAxj7P0jf9nlP/7pUZBNq8X+WqlNX0m
        xw==
        """)

    /// A PNG header alone that claims a size; its check sum is right, so that nothing else is wrong with it.
    static func pngClaiming(width: UInt32, height: UInt32) -> [UInt8] {
        func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
        let header = Array("IHDR".utf8) + bytes(width) + bytes(height) + [8, 2, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + bytes(13) + header + bytes(checkSum(header))
    }

    /// CRC-32 as PNG has it, specification section 5.5.
    private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }

    private static func decoded(_ text: String) -> [UInt8] {
        Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }
}
