package import FrontisCore

/// What a command about slots answers.
package struct ChoiceAnswer: Sendable {
    package var slots: [SlotReport] = []
    package var diagnostics: [Diagnostic] = []
    /// What was spent.
    package var cost = Cost.nothing
    /// What the whole store has cost, where all slots are there.
    package var money: SlotMoney?
    package var report: SlotsReport { SlotsReport(slots: slots, money: money, diagnostics: diagnostics) }
}
