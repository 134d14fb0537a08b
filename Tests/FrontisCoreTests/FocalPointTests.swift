import FrontisCore
import Testing

@Suite struct FocalPointTests {
    @Test(arguments: [
        ("30% 60%", "30% 60%"), ("12.5%", "12.5% 50%"), ("center", "50% 50%"), ("top", "50% 0%"), ("right", "100% 50%"),
        ("bottom left", "0% 100%"), ("left bottom", "0% 100%"), ("Top   Center", "50% 0%"), ("center top", "50% 0%"),
        ("center 20%", "50% 20%"), ("20% center", "20% 50%"), ("center left", "0% 50%"), ("left 20%", "0% 20%"),
        ("20% top", "20% 0%"), ("top 20%", "20% 0%"), ("right 10% top 30%", "90% 30%"), ("bottom 25% left", "0% 75%"),
        ("center center", "50% 50%"), ("0% 100%", "0% 100%"), ("right 10% center", "90% 50%"),
    ])
    func readsWhatCSSTakes(text: String, place: String) {
        #expect(FocalPoint(text)?.description == place)
    }

    @Test(arguments: [
        "", " ", "middle", "left right", "top bottom", "top top", "10% 20% 30%", "30 60", "0.3 0.6", "30px 60px", "-10% 5%", "101% 5%",
        "nan% 5%", "1e1% 5%", "30%,60%", "left 10% 20%", "center 10% top", "30% 60% top left right", "½% 5%", "%", "top left bottom",
    ])
    func whatIsNoPlaceIsNotRead(text: String) {
        #expect(FocalPoint(text) == nil)
    }

    @Test func numbersStayWithinThePicture() {
        #expect(FocalPoint(x: 0.25, y: 1)?.description == "25% 100%")
        #expect(FocalPoint(x: 1.01, y: 0) == nil)
        #expect(FocalPoint(x: .nan, y: 0) == nil)
    }
}
