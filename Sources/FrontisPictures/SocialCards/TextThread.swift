import CVips
import Synchronization

/// Where libvips sets text: one piece of work at a time, each on a thread of its own that ends with it.
///
/// libvips 8.14 guards its list of font files and nothing else. Fontconfig's fonts must not be added to while another
/// thread looks for one, hence one at a time. And Pango keeps, for every thread, the fonts that there were when that
/// thread first set text: a file that another thread adds later stays unseen, so what a card looks like would depend
/// on the thread it is made on. A new thread sees them all, and gives back its memory.
enum TextThread {
    /// Files that fontconfig knows. libvips keeps the caller's pointer to each name after that memory is gone, and
    /// would compare with it if the same file were named again; so each is named once.
    private static let files = Mutex<Set<String>>([])

    /// - Parameter file: absolute; made known before `work` sets its first text.
    /// - Returns: nothing where no thread can be had.
    static func run<Value: Sendable>(file: String?, _ work: @escaping @Sendable () -> Value) -> Value? {
        files.withLock { files in
            let isNew = file.map { files.insert($0).inserted } ?? false
            let errand = Errand { () -> Value in
                if let file, isNew { Self.add(file) }
                return work()
            }
            let pointer = Unmanaged.passRetained(errand as AnyErrand)
            // Waited for, so that the fonts of one thread are given up before the next begins.
            guard Vips.isThere, frontis_run_on_thread(runErrand, pointer.toOpaque()) else {
                pointer.release()
                if let file, isNew { files.remove(file) }
                return nil
            }
            return errand.result.withLock { $0 }
        }
    }

    /// There is no call for that alone: a letter is set for it.
    private static func add(_ file: String) {
        if VipsPicture({ frontis_text("i", "sans 8", file, $0) }) == nil { _ = Vips.takeError() }
    }
}

/// What C can be handed, whatever the result is.
private class AnyErrand {
    func run() {}
}

private final class Errand<Value: Sendable>: AnyErrand {
    let result = Mutex<Value?>(nil)
    private let work: @Sendable () -> Value

    init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
    }

    override func run() {
        let value = work()
        result.withLock { $0 = value }
    }
}

private func runErrand(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer else { return }
    Unmanaged<AnyErrand>.fromOpaque(pointer).takeRetainedValue().run()
}
