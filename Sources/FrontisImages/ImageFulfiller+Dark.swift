import FrontisCore
import FrontisPictures
import FrontisStore

/// Dark companions: made in a second round, beside the light pictures that the first one has shown.
extension ImageFulfiller {
    /// What a provider is sent of a light picture: enough for any of them, and not more than they take.
    private static let fit = PictureFit(
        longestSide: 2048, shortestSide: 2048, largestBytes: 10 << 20, mediaTypes: [.png, .jpeg])

    /// The tasks with the light pictures that this run shows. A companion whose light picture is not there is not
    /// asked for.
    ///
    /// - Parameter shown: what the slots of this run show; nothing for one that has failed.
    func paired(
        _ tasks: [PictureTask], with shown: [SlotID: StoredImage?], _ diagnostics: inout [Diagnostic]
    ) -> [PictureTask] {
        // After an interruption nothing more is asked for.
        guard !Task.isCancelled else { return tasks.filter(\.orders.isEmpty) }
        return tasks.map { task in
            var task = task
            task.orders = task.orders.compactMap { order in
                guard let id = order.slot.light?.id else { return order }
                var order = order
                if let result = shown[id] {
                    // Why a light picture did not come has been said.
                    order.light = result
                } else if order.light == nil {
                    diagnostics.append(order.slot.hasNoLightPicture)
                }
                return order.light == nil ? nil : order
            }
            return task
        }
    }

    /// The light picture as a reference for its companion, where the provider can be shown one.
    func pictures(
        for order: PictureTask.Order, _ provider: any ImageProvider
    ) throws(ProviderFailure) -> [ReferencePicture] {
        guard let light = order.light, provider.takesLightPicture(with: GenerationRequest(order.slot, count: 1)) else {
            return []
        }
        do {
            let bytes = try store.bytes(of: light.digest)
            let scaled = try PictureScaler.fit(bytes, light.mediaType, into: Self.fit)
            let name = "light.\(scaled.info.mediaType.fileExtension)"
            return [ReferencePicture(fileName: name, mediaType: scaled.info.mediaType, bytes: scaled.bytes)]
        } catch let error as StoreError {
            throw ProviderFailure(.unusable, error.summary, help: error.help)
        } catch {
            throw ProviderFailure(.unusable, "the light picture cannot be sent along: \(error)")
        }
    }

    /// Pairs that belong together no more since the light picture was made in this run; the plan knew of the others.
    func mismatches(
        in result: PictureTask.Result, of plan: ImagePlan, with shown: [SlotID: StoredImage?]
    ) -> [Diagnostic] {
        guard let dark = result.image else { return [] }
        let waiting = Set(plan.entries.filter { $0.light == nil }.map(\.id))
        return result.task.slots.filter { waiting.contains($0.id) }.compactMap { slot in
            slot.mismatch(of: dark, beside: slot.light.flatMap { shown[$0.id] ?? nil }, among: [])
        }
    }
}

extension ImageFulfiller.Outcome {
    /// Puts companions beside their light pictures. A drawing stands beside a drawing only: it shows something else
    /// than a picture that was made.
    mutating func showDarks(beside slots: [Slot]) {
        for slot in slots {
            guard let id = slot.light?.id, let dark = darks[slot.id],
                catalog.entries[id]?.isPlaceholder == dark.isPlaceholder
            else { continue }
            catalog.entries[id]?.dark = dark
        }
    }
}
