"""Opens a built site in a real browser and looks at how it is laid out: whether what is read later stands later, whether
anything hides anything else or sticks out of the screen, and whether a picture is taller than the screen. See
Scripts/check-layout."""

import argparse
import pathlib
import sys

from browser import Browser, pages, served

# Width and height in CSS pixels: a phone, a tablet, a desk.
SCREENS = [(390, 844), (820, 1180), (1440, 900)]

# Blocks are compared with their neighbours in the document only, as columns stand side by side.
LOOK = """
(async () => {
  for (const image of document.images) { image.loading = 'eager'; await image.decode().catch(() => {}); }
  const found = [];
  const name = element => {
    const kind = element.tagName.toLowerCase() + [...element.classList].map(one => '.' + one).join('');
    const words = (element.innerText || element.alt || '').trim().replace(/\\s+/g, ' ').slice(0, 40);
    return words ? `${kind} '${words}'` : kind;
  };
  const isSeen = element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility != 'hidden' && style.position != 'absolute'
      && style.position != 'fixed' && style.clipPath != 'inset(50%)' && !element.parentElement.closest('svg, pre, table, picture, p');
  };
  const walk = parent => {
    const shown = [...parent.children].filter(isSeen);
    const boxes = shown.map(one => one.getBoundingClientRect());
    for (let later = 1; later < shown.length; later++) {
      for (let earlier = 0; earlier < later; earlier++) {
        const [a, b] = [boxes[earlier], boxes[later]];
        const pair = `${name(shown[later])} and ${name(shown[earlier])}`;
        if (b.bottom <= a.top + 1) found.push(`are read the other way round than they stand: ${pair}`);
        const [across, down] = [Math.min(a.right, b.right) - Math.max(a.left, b.left),
                                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
        const isInline = [shown[earlier], shown[later]].some(one => getComputedStyle(one).display.startsWith('inline'));
        if (across > 2 && down > 2 && !isInline) found.push(`lie over each other: ${pair}`);
      }
    }
    shown.forEach(walk);
  };
  walk(document.body);
  if (document.documentElement.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll('body *')].find(one => one.getBoundingClientRect().right > innerWidth + 1);
    found.push(`the page is wider than the screen: ${name(wide)}`);
  }
  for (const image of document.images) {
    const height = image.getBoundingClientRect().height;
    if (height > innerHeight) found.push(`is taller than the screen: ${name(image)}`);
  }
  for (const card of document.querySelectorAll('.cards > .entry')) {
    const words = card.querySelector('.words');
    const empty = card.getBoundingClientRect().height - words.getBoundingClientRect().height;
    if (!card.querySelector('img') && empty > 260) found.push(`is mostly empty: ${name(card)}`);
  }
  return found;
})()
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", nargs="+", help="folders of built sites")
    parser.add_argument("--shots", help="folder for pictures of the pages, light and dark")
    options = parser.parse_args()
    problems, count = [], 0
    with Browser() as browser:
        for site in options.sites:
            with served(site) as address:
                for path in pages(site):
                    count += 1
                    for width, height in SCREENS:
                        browser.show(width, height)
                        browser.open(address + path)
                        problems += [f"{path} at {width}: {problem}" for problem in browser.run(LOOK)]
                        for dark in (False, True) if options.shots else ():
                            folder = pathlib.Path(options.shots) / pathlib.Path(site).parent.name
                            folder.mkdir(parents=True, exist_ok=True)
                            browser.show(width, height, dark)
                            name = path.strip("/").replace("/", "-") or "home"
                            browser.save(folder / f"{name}-{width}-{'dark' if dark else 'light'}.png")
    for problem in problems:
        print(problem)
    print(f"{count} pages on {len(SCREENS)} screens: {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
