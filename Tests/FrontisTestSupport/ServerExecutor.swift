import Dispatch

/// Runs a server's tasks on a thread of its own: those that tests run on are as few as there are cores, and all may be
/// computing while a program waits for its answer.
final class ServerExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "org.frontis.tests.server")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
