/// What a build is doing, for whoever wants to show it.
package enum RunProgress: Sendable {
    /// A stage has begun that may take a while: `reading`, `writing`.
    case stage(String)
    /// How many of the prompts that a model has to write are there, or could not be had.
    case prompts(Int, of: Int)
    /// Pictures that have to be made, before the first is.
    case pictures(total: Int)
    case started(String)
    case finished(String)
    /// A model is writing a picture's alt text.
    case describing(String)
    case described(String)
    /// How many of the pictures that pages show are there in all sizes and formats.
    case encoded(Int, of: Int)
}
