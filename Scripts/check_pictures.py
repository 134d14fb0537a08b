"""Opens a built site in a real browser and asks of every picture whether it loads, has the size that it claims, moves
nothing when it arrives, and comes in the right format and width. See Scripts/check-pictures."""

import argparse
import pathlib
import shutil
import sys

from axe_selenium_python import Axe
from browser import pages, served
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

# Width in CSS pixels, and device pixels for each.
SCREENS = [(width, density) for width in (390, 820, 1440) for density in (1, 2)]

# What the page's pictures are, once all of them have been scrolled to.
PICTURES = """
const done = arguments[arguments.length - 1];
(async () => {
  for (const image of document.images) {
    image.scrollIntoView({block: 'center'});
    await image.decode().catch(() => {});
  }
  window.scrollTo(0, 0);
  await new Promise(next => setTimeout(next, 60));
  done([...document.images].map(image => {
    const box = image.getBoundingClientRect();
    const best = image.parentElement.tagName == 'PICTURE'
      ? [...image.parentElement.querySelectorAll('source')].find(source => !source.media || matchMedia(source.media).matches)
      : null;
    return {
      src: image.currentSrc, alt: image.getAttribute('alt'), complete: image.complete,
      natural: [image.naturalWidth, image.naturalHeight], shown: [box.width, box.height],
      claimed: [image.getAttribute('width'), image.getAttribute('height')],
      fit: getComputedStyle(image).objectFit, best: best ? best.srcset : null, type: best ? best.type : null,
      sizes: best ? best.sizes : null,
    };
  }));
})();
"""
SHIFTS = """
window.frontisShift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.frontisShift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


def browser(width, density, dark=False):
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", "--disable-gpu"):
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium")
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 900, "deviceScaleFactor": density, "mobile": False})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": SHIFTS})
    return driver


def findings(picture, density):
    """What is wrong with one picture, in words."""
    name = picture["src"].rsplit("/", 1)[-1] or picture["alt"]
    if not picture["complete"] or picture["natural"][0] == 0:
        yield f"'{name}' does not load"
        return
    if picture["alt"] is None:
        yield f"'{name}' has no alt attribute"
    width, height = (float(side) if side else None for side in picture["claimed"])
    if not width and not height:
        yield f"'{name}' claims no size"
    shown = picture["shown"]
    if width and height and shown[0] and picture["fit"] != "cover":
        if abs(shown[0] / shown[1] - width / height) > 0.02 * width / height + 1 / shown[1]:
            yield f"'{name}' is shown as {shown}, which are not the proportions of {picture['claimed']}"
    if not picture["best"]:
        return
    if picture["type"] != "image/avif" or not name.endswith(".avif"):
        yield f"'{name}' is not the AVIF that this browser knows"
    widths = sorted(int(candidate.split()[-1].removesuffix("w")) for candidate in picture["best"].split(", "))
    fetched = next(int(candidate.split()[-1].removesuffix("w")) for candidate in picture["best"].split(", ")
                   if candidate.split()[0].rsplit("/", 1)[-1] == name)
    needed = shown[0] * density
    if fetched < needed * 0.9 and fetched < widths[-1]:
        yield f"'{name}' is {fetched} pixels wide where {needed:.0f} are shown and {widths} are there"
    # One step more than is needed is what a rough `sizes` costs.
    enough = [width for width in widths if width >= needed * 0.9]
    if len(enough) > 2 and fetched > enough[1]:
        yield f"'{name}' is {fetched} pixels wide where {needed:.0f} are shown and {widths} are there"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="folder of a built site")
    parser.add_argument("--shots", help="folder for pictures of the pages")
    options = parser.parse_args()
    problems = []
    checked = 0
    with served(options.site) as address:
        paths = list(pages(options.site))
        for width, density in SCREENS:
            driver = browser(width, density)
            driver.set_script_timeout(60)
            for path in paths:
                driver.get(address + path)
                for picture in driver.execute_async_script(PICTURES):
                    checked += 1
                    problems += [f"{path} at {width} × {density}: {problem}" for problem in findings(picture, density)]
                shift = driver.execute_script("return window.frontisShift")
                if shift > 0.001:
                    problems.append(f"{path} at {width} × {density}: the layout moves by {shift:.4f}")
            driver.quit()
        for dark in (False, True):
            driver = browser(1280, 1, dark)
            for path in paths:
                driver.get(address + path)
                axe = Axe(driver)
                axe.inject()
                for violation in axe.run()["violations"]:
                    targets = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                    problems.append(f"{path}{' (dark)' if dark else ''}: {violation['id']}: {violation['help']}: {targets}")
            driver.quit()
        if options.shots:
            pathlib.Path(options.shots).mkdir(parents=True, exist_ok=True)
            for width in (390, 1280):
                for dark in (False, True):
                    driver = browser(width, 1, dark)
                    for path in paths:
                        driver.get(address + path)
                        driver.execute_async_script(PICTURES)
                        name = path.strip("/").replace("/", "-") or "home"
                        driver.save_screenshot(f"{options.shots}/{name}-{width}-{'dark' if dark else 'light'}.png")
                    driver.quit()
    for problem in problems:
        print(problem)
    print(f"{len(paths)} pages, {checked} pictures on {len(SCREENS)} screens: {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
