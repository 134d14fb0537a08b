import FrontisCore
import FrontisStore

/// Dark companions: made in a second round, beside the light pictures that the first one has shown.
extension ImageFulfiller {
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
