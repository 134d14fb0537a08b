/// What came where a failure was to come.
package struct UnexpectedSuccess: Error {
    package let what: String

    package init(what: String) {
        self.what = what
    }
}
