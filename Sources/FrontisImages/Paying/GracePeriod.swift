import FrontisCore

/// Lets what is being paid for arrive, for a while, although the task that asked for it has been cancelled.
enum GracePeriod {
    static let length = Duration.seconds(5)

    /// - Throws: what `operation` throws, which is cancelled itself when the time is over.
    static func run<Result: Sendable>(
        _ length: Duration = length, operation: @escaping @Sendable () async throws(ProviderFailure) -> Result
    ) async throws(ProviderFailure) -> Result {
        let work = Task { () async -> Swift.Result<Result, ProviderFailure> in
            do throws(ProviderFailure) { return .success(try await operation()) } catch { return .failure(error) }
        }
        let result = await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            Task {
                // Nobody cancels this one.
                do { try await Task.sleep(for: length) } catch { return }
                work.cancel()
            }
        }
        return try result.get()
    }
}
