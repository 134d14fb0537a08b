/// The contexts that are open at a place in a template, outermost first, as swift-mustache keeps them.
struct TemplateScopes: Hashable {
    private(set) var forms: [ValueForm]
    /// Whether `{{index()}}` and its kin mean something: directly in a list's section.
    private(set) var isInList = false

    init(_ forms: [ValueForm]) {
        self.forms = forms
    }

    /// Inside a section over a value of this form.
    func entering(_ form: ValueForm) -> Self {
        switch form {
        case .flag: self
        case .list(let element): adding(element, isInList: true)
        case .open: adding(.open, isInList: true)
        case .object, .text, .html, .number: adding(form, isInList: false)
        }
    }

    /// Inside a partial or a block, which forget the place in the list.
    var inPartial: Self {
        var scopes = self
        scopes.isInList = false
        return scopes
    }

    private func adding(_ form: ValueForm, isInList: Bool) -> Self {
        var scopes = self
        scopes.forms.append(form)
        scopes.isInList = isInList
        return scopes
    }
}
