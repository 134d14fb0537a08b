import ArgumentParser
@main struct Frontis: ParsableCommand { func run() { print("frontis") } }
