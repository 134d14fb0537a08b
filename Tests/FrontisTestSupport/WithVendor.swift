/// A vendor for the length of a test: stopped afterwards, whatever happens.
package func withVendor<Result>(
    _ dialect: any VendorDialect, _ body: (VendorServer) async throws -> Result
) async throws -> Result {
    let server = try await VendorServer.start(dialect)
    do {
        let result = try await body(server)
        await server.stop()
        return result
    } catch {
        await server.stop()
        throw error
    }
}
