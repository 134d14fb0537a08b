import FrontisCore

/// What contexts say to a template, as bytes: they differ wherever it would see a difference.
extension PackedWriter {
    mutating func say(_ value: TemplateValue, _ shape: ReadShape?) {
        switch value {
        case .absent: add(0)
        case .text(let text):
            add(1)
            add(text)
        case .integer(let number):
            add(2)
            add(number)
        case .number(let number):
            add(3)
            add(number)
        case .flag(let flag):
            add(4)
            add(flag)
        case .object(let context):
            add(5)
            if let shape { context.say(shape, into: &self) }
        case .objects(let contexts):
            add(6)
            add(contexts.count)
            if let shape { for context in contexts { context.say(shape, into: &self) } }
        case .texts(let texts):
            add(7)
            add(texts) { $0.add($1) }
        case .values(let values):
            add(8)
            add(values)
        case .map(let map):
            add(9)
            add(map.isEmpty)
            guard let shape, !shape.isWhole else { return add(map) { $0.add($1) } }
            for name in shape.names { add(map[name.text]) }
        }
    }
}
