/// Two texts compared line by line, as `diff -u` shows it.
enum LineDiff {
    private enum Line {
        case same(String)
        case old(String)
        case new(String)

        var isChange: Bool {
            if case .same = self { return false }
            return true
        }
    }

    /// - Parameters:
    ///   - context: lines without a change round each change.
    ///   - longest: lines of all; the rest is counted.
    /// - Returns: nothing for equal texts.
    static func unified(_ old: String, _ new: String, name: String, context: Int = 2, longest: Int = 40) -> String {
        let all = lines(old, new)
        guard all.contains(where: \.isChange) else { return "" }
        let shown = all.indices.filter { index in
            all[max(0, index - context)...min(all.count - 1, index + context)].contains(where: \.isChange)
        }
        var text = ["--- expected/\(name)", "+++ made/\(name)"]
        var (place, oldLine, newLine) = (-1, 1, 1)
        for index in shown {
            while place + 1 < index {
                place += 1
                count(all[place], &oldLine, &newLine)
            }
            if index == shown.first || !shown.contains(index - 1) { text.append("@@ -\(oldLine) +\(newLine) @@") }
            switch all[index] {
            case .same(let line): text.append(" " + clipped(line, from: 0))
            case .old(let line): text.append("-" + clipped(line, from: firstDifference(at: index, in: all)))
            case .new(let line): text.append("+" + clipped(line, from: firstDifference(at: index, in: all)))
            }
            place = index
            count(all[index], &oldLine, &newLine)
        }
        let rest = text.count - longest
        return (rest > 0 ? text.prefix(longest) + ["… and \(rest) lines more"] : text[...]).joined(separator: "\n")
    }

    private static func lines(_ old: String, _ new: String) -> [Line] {
        let (old, new) = (split(old), split(new))
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var all: [Line] = []
        var (a, b) = (0, 0)
        while a < old.count || b < new.count {
            if removed.contains(a) {
                all.append(.old(old[a]))
                a += 1
            } else if inserted.contains(b) {
                all.append(.new(new[b]))
                b += 1
            } else {
                all.append(.same(old[a]))
                (a, b) = (a + 1, b + 1)
            }
        }
        return all
    }

    private static func split(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func count(_ line: Line, _ oldLine: inout Int, _ newLine: inout Int) {
        switch line {
        case .same: (oldLine, newLine) = (oldLine + 1, newLine + 1)
        case .old: oldLine += 1
        case .new: newLine += 1
        }
    }

    // MARK: Long lines

    /// Where a changed line begins to differ from its counterpart, if it has one: the first old line of a change from
    /// the first new one, and so on.
    private static func firstDifference(at index: Int, in all: [Line]) -> Int {
        let start = (all[..<index].lastIndex { !$0.isChange } ?? -1) + 1
        let end = all[index...].firstIndex { !$0.isChange } ?? all.endIndex
        var (old, new): ([String], [String]) = ([], [])
        var place = 0
        for (number, line) in zip(start..., all[start..<end]) {
            switch line {
            case .old(let text):
                if number == index { place = old.count }
                old.append(text)
            case .new(let text):
                if number == index { place = new.count }
                new.append(text)
            case .same: break
            }
        }
        guard place < old.count, place < new.count else { return 0 }
        return Array(zip(old[place], new[place]).prefix { $0 == $1 }).count
    }

    /// Some of a line of any length, with the character `from` in it.
    private static func clipped(_ line: String, from: Int) -> String {
        guard line.count > 200 else { return line }
        let skipped = max(0, min(from - 40, line.count - 180))
        let piece = line.dropFirst(skipped).prefix(180)
        return (skipped > 0 ? "…" : "") + piece + (piece.endIndex < line.endIndex ? "…" : "")
    }
}
