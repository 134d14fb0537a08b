import CVips

/// The one libvips of this process.
///
/// It works on each picture in one thread: callers work on several pictures at a time, which keeps every core as
/// busy and memory in bounds, and lets a damaged row be found in every run or in none.
enum Vips {
    /// Swift runs the initialiser of a static once, whoever comes first.
    private static let isStarted: Bool = {
        guard vips_init("frontis") == 0 else { return false }
        // Operations are not repeated here, so remembering them would only hold memory.
        vips_cache_set_max(0)
        vips_concurrency_set(1)
        // Orc frees the code that it has made for one picture while it makes some for another, and ends the program: seen
        // with Debian 12's, 0.4.33. Newer versions of libvips can do without it.
        if VIPS_CONFIG.lowercased().contains("orc: true") { vips_vector_set_enabled(0) }
        // Rarely used loaders stay shut, whatever bytes arrive; pattern art needs the one for SVG.
        vips_block_untrusted_set(1)
        vips_operation_block_set("VipsForeignLoadSvg", 0)
        // Warnings about odd files would reach people as noise on stderr; failures come back as errors.
        let silenced = GLogLevelFlags(
            rawValue: G_LOG_LEVEL_WARNING.rawValue | G_LOG_LEVEL_INFO.rawValue | G_LOG_LEVEL_DEBUG.rawValue)
        g_log_set_handler("VIPS", silenced, { _, _, _, _ in }, nil)
        return true
    }()

    static func start() throws(PictureError) {
        guard isStarted else { throw .unavailable(takeError()) }
    }

    /// Whether this libvips was built with, or has a module for, an operation.
    static func has(_ operation: String) -> Bool {
        isStarted && vips_type_find("VipsOperation", operation) != 0
    }

    /// The text of the last failures, which libvips gathers for the whole process; bounded, one line.
    static func takeError() -> String {
        let text = String(cString: vips_error_buffer())
        vips_error_clear()
        let line = text.split(whereSeparator: \.isNewline).last.map(String.init) ?? "no reason given"
        return String(line.prefix(200))
    }
}
