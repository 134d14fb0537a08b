/// What became of the pictures that a run was about. Its JSON is for programs: keys are only ever added.
package struct PictureCounts: Sendable, Codable {
    package var kept = 0
    package var made = 0
    package var placeholder = 0
    package var failed = 0
    /// Of those that failed, how many have a drawing in their place.
    package var standIn = 0
    /// Different pictures whose originals have a C2PA credential.
    package var credentials = 0

    package init() {}

    /// What is there, and what cannot be had, before anybody is asked.
    package init(of plan: ImagePlan) {
        kept = plan.entries.count { $0.action == .keep && $0.kept != nil }
        failed = plan.entries.count { $0.action == .blocked || $0.isStandIn }
    }
}

/// The same of their alt texts.
package struct AltCounts: Sendable, Codable {
    package var kept = 0
    package var made = 0

    package init() {}
}
