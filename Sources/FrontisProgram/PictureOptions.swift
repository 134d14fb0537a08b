import ArgumentParser
import FrontisCore

/// What somebody wants to see, beside the prompt, where no post says it.
struct PictureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Proportion, such as 16:9.", valueName: "w:h"))
    var aspect: String?

    @Option(help: ArgumentHelp("Pixels, such as 1536x864.", valueName: "wxh"))
    var size: String?

    @Option(help: "A style of frontis.yaml; none for no house style.")
    var style: String?

    @Option(help: "What the picture should not show.")
    var negative: String?

    @Option(help: "Another number, another picture.")
    var seed: Int?

    @Option(help: "Only a picture of this quality will do.")
    var quality: String?

    @Option(help: ArgumentHelp("Language of the alt text.", valueName: "tag"))
    var language: String?

    func validate() throws {
        if let aspect, Aspect(aspect) == nil {
            throw ValidationError("--aspect '\(aspect)' is not a proportion such as 16:9.")
        }
        if let size, PictureSize(size) == nil {
            throw ValidationError("--size '\(size)' is not a size such as 1536x864.")
        }
        if aspect != nil, size != nil { throw ValidationError("--aspect and --size do not go together.") }
        if let seed, !(0...4_294_967_295).contains(seed) {
            throw ValidationError("--seed must be from 0 to 4294967295.")
        }
    }

    /// Findings about it point at the prompt.
    func request(_ prompt: String) -> ImageRequest {
        let place = SourceLocation(path: "prompt", length: prompt.count)
        var request = ImageRequest(name: .hero, prompt: Located(prompt, at: place), sourceLine: prompt)
        request.quality = quality
        request.negative = negative
        request.seed = seed
        request.style = style.map { Located($0, at: SourceLocation(path: "--style")) }
        request.shape =
            size.flatMap { PictureSize($0) }.map(PictureShape.size)
            ?? aspect.flatMap { Aspect($0) }.map(PictureShape.aspect)
        return request
    }
}
