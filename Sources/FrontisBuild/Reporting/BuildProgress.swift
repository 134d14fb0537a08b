/// What a build is doing, for whoever wants to show it.
package enum BuildProgress: Sendable {
    /// A stage has begun that may take a while: `reading`, `writing`.
    case stage(String)
    /// Pictures and alt texts that have to be made, before the first is.
    case pictures(total: Int)
    case started(String)
    case finished(String)
}
