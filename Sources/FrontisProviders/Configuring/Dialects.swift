/// Every protocol that Frontis speaks.
enum Dialects {
    static let all: [Dialect] = [
        .openAI, .azureOpenAI, .azureOpenAIAsync, .vertexImagen, .gemini, .command, .pattern,
    ]

    static func named(_ name: String) -> Dialect? { all.first { $0.name == name } }
}
