import FrontisStore

/// Tells one build of this program from another, as what one keeps for itself may mean something else to the other.
enum ProgramStamp {
    static let current: String = {
        var digest = StampDigest()
        digest.add(FrontisVersion.current)
        digest.add("program", FileStamp(of: "/proc/self/exe"))
        return digest.finish()
    }()
}
