extension ParamValue: Packed {
    package func pack(into writer: inout PackedWriter) {
        switch self {
        case .null: writer.add(0)
        case .flag(let flag):
            writer.add(1)
            writer.add(flag)
        case .integer(let number):
            writer.add(2)
            writer.add(number)
        case .number(let number):
            writer.add(3)
            writer.add(number)
        case .text(let text):
            writer.add(4)
            writer.add(text)
        case .list(let values):
            writer.add(5)
            writer.add(values)
        case .map(let values):
            writer.add(6)
            writer.add(values) { $0.add($1) }
        }
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        switch try reader.number() {
        case 0: self = .null
        case 1: self = .flag(try reader.flag())
        case 2: self = .integer(try reader.number())
        case 3: self = .number(try reader.double())
        case 4: self = .text(try reader.text())
        case 5: self = .list(try reader.list())
        case 6: self = .map(try reader.map { (reader) throws(PackedError) in try reader.value() })
        default: throw PackedError()
        }
    }
}
