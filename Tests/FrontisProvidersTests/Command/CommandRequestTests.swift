import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What goes into a provider's program and what is taken out of it.
@Suite(.timeLimit(.minutes(10))) struct CommandRequestTests {
    static let taking = "cat > request.json; cat picture.png"

    // MARK: Requests

    @Test func theSmallestRequest() async throws {
        let program = try ProgramFixture(Self.taking)
        let made = try await program.generate(request())
        #expect(made.images == [ProgramFixture.picture])
        #expect(made.model == nil)
        #expect(made.cost == Cost(usd: 0, estimated: false))
        #expect(
            try program.site.read("request.json") == #"{"version":1,"task":"generate","prompt":"a night train","aspect":"3:2","count":1}"#)
    }

    @Test func everythingThatCanBeAskedFor() async throws {
        let program = try ProgramFixture(Self.taking, ["price": "0.02", "model": "flux-dev", "quality": "draft"])
        let recipe = recipe(
            "a \"fox\"\\", negative: "text", size: "640x480", background: .transparent, seed: 7, references: [try digest()])
        let reference = ReferencePicture(fileName: "secret-name.png", mediaType: .png, bytes: [1, 2, 3])
        let made = try await program.generate(request(recipe, count: 3, model: "flux-pro", quality: "high", references: [reference]))
        #expect(made.model == "flux-pro")
        #expect(made.quality == "high")
        #expect(made.cost == Cost(usd: 0.02, estimated: true))
        #expect(
            try program.site.read("request.json")
                == #"{"version":1,"task":"generate","prompt":"a \"fox\"\\","negative":"text","width":640,"height":480,"background":"transparent","seed":7,"#
                + #""count":3,"model":"flux-pro","quality":"high","references":[{"mediaType":"image/png","base64":"AQID"}]}"#)
    }

    @Test func settingsStandInForPins() async throws {
        let program = try ProgramFixture(Self.taking, ["price": "0", "model": "flux-dev", "quality": "draft"])
        let made = try await program.generate(request())
        #expect(made.model == "flux-dev")
        #expect(made.quality == "draft")
        #expect(try program.site.read("request.json").hasSuffix(#""count":1,"model":"flux-dev","quality":"draft"}"#))
    }

    @Test func onlyWhatIsNamedOfTheEnvironmentIsHandedOn() async throws {
        let program = try ProgramFixture(
            "env | sort > env.txt; pwd > pwd.txt; cat picture.png", passing: ["ART_TOKEN", "NOT_SET"],
            environment: [
                "OPENAI_API_KEY": "sk-leaks", "ART_TOKEN": "t0ken-77", "LANG": "C.UTF-8", "TMPDIR": "/tmp", "EDITOR": "vi",
            ])
        _ = try await program.generate(request())
        let names = try program.site.read("env.txt").split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) }
        // What `sh` itself adds.
        #expect(Set(names).subtracting(["PWD", "OLDPWD", "SHLVL", "_"]) == ["PATH", "HOME", "LANG", "TMPDIR", "ART_TOKEN"])
        #expect(try program.site.read("env.txt").contains("ART_TOKEN=t0ken-77\n"))
        #expect(try program.site.read("pwd.txt") == program.site.path + "\n")
    }

    @Test func programsAreFoundOnPATHAndGetTheirArguments() async throws {
        let program = try ProgramFixture(
            "", run: ["sh", "-c", "printf '%s|' \"$0\" \"$@\" > said.txt; cat picture.png", "a b", "${WHO}", "*"], environment: ["WHO": "it's me"])
        #expect(try await program.generate(request()).images.count == 1)
        #expect(try program.site.read("said.txt") == "a b|it's me|*|")
    }

    // MARK: Answers

    @Test func anAnswerInJSON() async throws {
        let program = try ProgramFixture(
            """
            p=$(base64 < picture.png)
            q=$(printf '%s' "$p" | tr -d '\\n')
            printf ' {"images":["%s","%s"],"model":"flux-1","cost":{"usd":0.003},"revisedPrompt":"a nicer train"}' "$q" "$q"
            """)
        let made = try await program.generate(request(count: 2))
        #expect(made.images == [ProgramFixture.picture, ProgramFixture.picture])
        #expect(made.model == "flux-1")
        #expect(made.cost == Cost(usd: 0.003, estimated: false))
        #expect(made.revisedPrompt == "a nicer train")
    }

    @Test(arguments: [
        (#"{"images":["AQID"],"cost":{"usd":2}}"#, 2, false), (#"{"images":["AQID","AQID"]}"#, 0.5, true),
        (#"{"images":["AQID"],"cost":{"usd":-1}}"#, 0.25, true), (#"{"images":["AQID"],"cost":{"usd":"1"}}"#, 0.25, true),
    ])
    func whatACallCosts(answer: String, usd: Double, estimated: Bool) async throws {
        let program = try ProgramFixture("printf '%s' '\(answer)'", ["price": "0.25"])
        #expect(try await program.generate(request()).cost == Cost(usd: Money(usd: usd), estimated: estimated))
    }

    @Test(arguments: [
        ("true", "the answer of program './art.sh' is empty"), ("printf '{\"images\":['", "the answer of program './art.sh' is broken JSON: cut off, or not well-formed"),
        ("printf '{}'", "the answer of program './art.sh' holds no picture"), ("printf '{\"images\":[]}'", "the answer of program './art.sh' holds no picture"),
        ("printf '{\"images\":[\"####\"]}'", "a picture of program './art.sh' is not in base64"),
        ("printf '{\"images\":[7]}'", "a picture of program './art.sh' is not in base64"),
        ("exec 1>&-; sleep 0.1", "the answer of program './art.sh' is empty"),
    ])
    func answersThatCannotBeUsed(script: String, message: String) async throws {
        let failure = try await ProgramFixture(script).failure()
        #expect(failure.kind == .unusable)
        #expect(failure.message == message)
        #expect(failure.mayBeBilled)
    }

    /// The caller looks at pictures and keeps what is none.
    @Test func whateverIsNoJSONIsTakenForAPicture() async throws {
        let made = try await ProgramFixture("echo hello").generate(request())
        #expect(made.images == [Array("hello\n".utf8)])
    }

    // MARK: Settings

    @Test func theSettingsThatAProgramTakes() throws {
        let program = try ProgramFixture("", passing: ["KEY"], ["price": "0", "timeout": "9", "model": "m", "quality": "q", "concurrency": "2"])
        #expect(program.registry.check().isEmpty)
        #expect(try program.provider.limits == RequestLimits(concurrency: 2))
        #expect(try ProgramFixture("").provider.limits == RequestLimits(concurrency: 1))
        var block = settings("art", "command", ["run": "draw.py", "api-key": "k"])
        block.values["pass-environment"] = Located(.list([]), at: place)
        let registry = ProviderRegistry(settings: ["art": block], environment: ProviderEnvironment(process: [:]))
        #expect(
            registry.check().map(\.summary) == [
                "unknown key 'api-key' of provider 'art'", "pass-environment of provider 'art' must not be empty",
                "run of provider 'art' must be a list: [first, second]",
            ])
    }

    @Test func aPriceIsStatedOrNotKnown() throws {
        #expect(try ProgramFixture("", [:]).provider.price(of: request()) == nil)
        #expect(try ProgramFixture("", ["price": "0"]).provider.price(of: request()) == Price(0))
        #expect(try ProgramFixture("", ["price": "0.04"]).provider.price(of: request()) == Price(0.04))
    }

    @Test func withoutAProgramNothingIsPlanned() async throws {
        let program = try ProgramFixture("", run: [])
        let objection = try #require(try program.provider.objections(to: request()).first)
        #expect(objection == Objection(isFatal: true, "provider 'art' has no program to run", help: "write run: [program, argument…] in its settings"))
        #expect(try await program.failure().message == objection.summary)
        #expect(try ProgramFixture("").provider.objections(to: request()).isEmpty)
    }

    @Test func namesOfVariablesAreNames() async throws {
        let failure = try await ProgramFixture("", passing: ["MY-KEY"]).failure()
        #expect(failure.kind == .unconfigured)
        #expect(failure.message == "pass-environment of provider 'art' holds 'MY-KEY', which is no name")
    }
}
