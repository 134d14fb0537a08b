/// How a picture came to be, in the words of IPTC's "Digital Source Type" NewsCodes.
///
/// https://cv.iptc.org/newscodes/digitalsourcetype/
public enum DigitalSource: String, Sendable, Hashable, Codable, CaseIterable {
    /// Made by a model that was trained on pictures.
    case trainedAlgorithmicMedia
    /// Made by a program alone, without a trained model: `pattern` art.
    case algorithmicMedia
    /// A model's picture with something put over it, such as the title on a card.
    case compositeWithTrainedAlgorithmicMedia

    /// Of pictures that a provider of this dialect makes. What a program of the owner's does is not known here, so it
    /// counts as a model's: a label too many does less harm than one too few.
    package init(dialect: String) {
        self = dialect == "pattern" ? .algorithmicMedia : .trainedAlgorithmicMedia
    }

    /// The term's address, as XMP has it. With `http`: it is a name, and compared as such.
    public var newsCode: String { "http://cv.iptc.org/newscodes/digitalsourcetype/" + rawValue }

    /// The same of schema.org, a member of `IPTCDigitalSourceEnumeration`.
    public var schemaTerm: String {
        "https://schema.org/" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() + "DigitalSource"
    }

    /// Whether a trained model had a part in it.
    public var isByModel: Bool { self != .algorithmicMedia }

    /// Of the picture with a title set over it. Words that a program sets over what a program drew change nothing.
    package var withTitle: DigitalSource { isByModel ? .compositeWithTrainedAlgorithmicMedia : self }
}
