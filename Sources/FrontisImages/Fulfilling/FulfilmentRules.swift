package import FrontisCore
package import FrontisHTTP
import FrontisStore

/// How a run may behave that has pictures made and described.
package struct FulfilmentRules: Sendable {
    package var concurrency: Int
    /// US dollars.
    package var budget: Money
    package var altLength: Int
    package var altRequirement: SiteConfiguration.Requirement
    /// What decides about the words that are asked for, beside who is asked.
    package var writingSettings: String
    /// Whether what was asked for in vain before is asked for again.
    package var retriesFailed = false
    package var onFailure: SiteConfiguration.OnFailure
    package var policy: RunPolicy
    /// Noted of everything that is made.
    package var now: Timestamp
    package var retry: RetryPolicy

    package init(
        configuration: SiteConfiguration, policy: RunPolicy, now: Timestamp, retry: RetryPolicy = RetryPolicy()
    ) {
        concurrency = DescriptorLimit.requests(wanted: configuration.images.concurrency)
        budget = configuration.images.budget
        altLength = configuration.alt.maxLength
        altRequirement = configuration.alt.require
        writingSettings = configuration.alt.writingSettings
        onFailure = configuration.images.onFailure
        self.policy = policy
        self.now = now
        self.retry = retry
    }
}
