import CLibXML2

/// libxml2's global state, set up once before threads use it.
enum XMLParsing {
    static let ready: Void = xmlInitParser()
}
