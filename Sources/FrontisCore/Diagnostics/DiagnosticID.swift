/// Every kind of finding, by the stable name that is printed in brackets and that `diagnostics:` in
/// `frontis.yaml` can change the severity of.
package enum DiagnosticID: String, Sendable, CaseIterable, Codable {
    // Front matter
    case frontMatterUnterminated = "front-matter-unterminated"
    case frontMatterYAML = "front-matter-yaml"
    case frontMatterTOML = "front-matter-toml"
    case frontMatterType = "front-matter-type"
    case frontMatterDate = "front-matter-date"
    case frontMatterDuplicate = "front-matter-duplicate"
    case frontMatterUnknownKey = "front-matter-unknown-key"
    case fileEncoding = "file-encoding"
    case fileUnreadable = "file-unreadable"
    case fileTwice = "file-twice"
    case linkRefused = "link-refused"
    case dotfileLeftOut = "dotfile-left-out"
    case contentUnread = "content-unread"
    case filePointer = "file-pointer"

    // Pictures asked for
    case aiImageUnknownKey = "ai-image-unknown-key"
    case aiImageType = "ai-image-type"
    case aiImageEmptyPrompt = "ai-image-empty-prompt"
    case aiImageValue = "ai-image-value"
    case aiImageUnknownStyle = "ai-image-unknown-style"
    case aiImageUnknownProvider = "ai-image-unknown-provider"
    case aiImageUnknownSlot = "ai-image-unknown-slot"
    case aiImageReference = "ai-image-reference"
    case aiImageUnsupported = "ai-image-unsupported"
    case aiImageNote = "ai-image-note"

    // Pages
    case pageURLConflict = "page-url-conflict"
    case pageURLUnsafe = "page-url-unsafe"
    case aliasDuplicate = "alias-duplicate"
    case aliasUnsafe = "alias-unsafe"
    case termAddress = "term-address"
    case linkDead = "link-dead"
    case imageMissing = "image-missing"
    case pictureFormat = "picture-format"
    case headingIDTaken = "heading-id-taken"
    case mathUnreadable = "math-unreadable"
    case bodyTemplateSyntax = "body-template-syntax"
    case pageLimit = "page-limit"
    case shortcodeUnsafe = "shortcode-unsafe"
    case pageLeftOut = "page-left-out"
    case picturePosition = "picture-position"
    case altMissing = "alt-missing"
    case altSuspicious = "alt-suspicious"

    // Configuration
    case configurationYAML = "configuration-yaml"
    case configurationUnknownKey = "configuration-unknown-key"
    case configurationValue = "configuration-value"
    case configurationSecret = "configuration-secret"
    case siteURLMissing = "site-url-missing"
    case dataUnreadable = "data-unreadable"
    case menuEntry = "menu-entry"

    // Templates
    case templateSyntax = "template-syntax"
    case templateUnknown = "template-unknown"
    case templateForeign = "template-foreign"
    case templateUnknownName = "template-unknown-name"
    case templateUnknownPartial = "template-unknown-partial"
    case templateUnknownFilter = "template-unknown-filter"
    case templateCycle = "template-cycle"
    case templateLimit = "template-limit"

    // Making pictures
    case providerBusy = "provider-busy"
    case providerRefused = "provider-refused"
    case providerQuota = "provider-quota"
    case providerCredentials = "provider-credentials"
    case providerRetired = "provider-retired"
    case modelRetired = "model-retired"
    case budgetReached = "budget-reached"
    case costUnbelievable = "cost-unbelievable"
    case providerUnusable = "provider-unusable"
    case providerRejected = "provider-rejected"
    case environmentUnset = "environment-unset"
    case pictureFrozen = "picture-frozen"
    case pictureOffline = "picture-offline"
    case pictureLost = "picture-lost"
    case pictureNotMade = "picture-not-made"
    case pictureSize = "picture-size"
    case pictureSurplus = "picture-surplus"
    case pictureUnanswered = "picture-unanswered"
    case pictureLate = "picture-late"
    case pictureUnusable = "picture-unusable"
    case pictureActive = "picture-active"
    case pictureLibraryMissing = "picture-library-missing"
    case altNotMade = "alt-not-made"
    case socialTitle = "social-title"
    case darkFromWords = "dark-from-words"
    case darkMismatch = "dark-mismatch"

    // Alt texts of made pictures
    case altPrefix = "alt-prefix"
    case altLength = "alt-length"
    case altRepeats = "alt-repeats"
    case altMarkup = "alt-markup"
    case altControlCharacter = "alt-control-character"
    case altRefusal = "alt-refusal"
    case altCutOff = "alt-cut-off"
    case altDuplicate = "alt-duplicate"
    case altDecorative = "alt-decorative"
    case altUnreviewed = "alt-unreviewed"

    // Store, lock, output
    case lockUnreadable = "lock-unreadable"
    case lockMissing = "lock-missing"
    case storeUnreadable = "store-unreadable"
    case slotUnknown = "slot-unknown"
    case choiceImpossible = "choice-impossible"
    case storeMisplaced = "store-misplaced"
    case ledgerDamaged = "ledger-damaged"
    case siteMissing = "site-missing"
    case outputForeign = "output-foreign"
    case outputConflict = "output-conflict"
    case outputUnsafe = "output-unsafe"
    case outputWrite = "output-write"
    case outputUnknown = "output-unknown"
    case pluginFailed = "plugin-failed"
    case publishFailed = "publish-failed"
    case publishOffline = "publish-offline"

    package var defaultSeverity: Severity {
        switch self {
        case .frontMatterUnknownKey, .headingIDTaken, .mathUnreadable,
            .contentUnread, .aliasDuplicate, .termAddress, .menuEntry, .linkDead, .imageMissing,
            .pictureFormat,
            .bodyTemplateSyntax,
            .picturePosition,
            .altMissing,
            .altSuspicious, .configurationSecret, .siteURLMissing, .pictureOffline, .pictureSize, .pictureSurplus,
            .pictureUnanswered, .pictureLate, .pictureUnusable, .pictureActive,
            .altNotMade, .socialTitle,
            .darkFromWords, .darkMismatch, .modelRetired, .budgetReached, .costUnbelievable,
            .altPrefix, .altLength, .altRepeats, .altMarkup, .altControlCharacter, .altRefusal, .altCutOff,
            .altDuplicate, .altDecorative, .storeMisplaced,
            .ledgerDamaged, .publishOffline:
            .warning
        case .templateForeign, .aiImageNote, .pageLeftOut, .dotfileLeftOut:
            .note
        default:
            .error
        }
    }
}
