import ArgumentParser
import Foundation
public import Frontis
import FrontisBuild

/// The whole program, for a `main.swift` of a site's own that adds plug-ins to it:
///
/// ```swift
/// import FrontisProgram
/// await FrontisProgram.run(plugins: [Shout()])
/// ```
public enum FrontisProgram {
    /// What this program has besides the plug-ins of every site.
    @TaskLocal static var ownPlugins: [any Plugin] = []

    /// In the order in which they run.
    static var plugins: [any Plugin] { Plugins.all + ownPlugins }

    /// Does what the command line says, and ends the program with its exit status.
    ///
    /// - Parameter plugins: run behind the built-in ones, in this order.
    public static func run(plugins: [any Plugin] = []) async {
        // Whoever stops reading what is printed must not end what is being paid for.
        signal(SIGPIPE, SIG_IGN)
        let arguments = NewCommand.spelledOut(Array(CommandLine.arguments.dropFirst()))
        CommandNames.check(arguments)
        await $ownPlugins.withValue(plugins) { await FrontisCommand.main(arguments) }
    }
}
