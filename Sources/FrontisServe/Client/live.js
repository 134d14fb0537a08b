// Keeps a page up to date while its author works on it: `frontis serve` adds this to every page, and to nothing that is
// published.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  let number = Number(own.number);

  // MARK: Loading again

  // A frame without rights, or a browser that is told to, has no storage.
  const storage = (() => { try { return sessionStorage; } catch { return undefined; } })();
  const scrollKey = "frontis-scroll";

  const reload = () => {
    storage?.setItem(scrollKey, JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  };

  const restoreScroll = () => {
    const kept = JSON.parse(storage?.getItem(scrollKey) ?? "null");
    storage?.removeItem(scrollKey);
    if (kept?.[0] !== location.href) return;
    const restore = () => scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
    restore();
    if (document.readyState === "complete") return;
    // Once more when pictures have their heights, unless the reader has gone elsewhere meanwhile.
    const left = new AbortController();
    for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(kind, () => left.abort(), { once: true, passive: true, signal: left.signal });
    }
    addEventListener("load", () => { restore(); left.abort(); }, { once: true, signal: left.signal });
  };
  restoreScroll();

  // MARK: Style sheets

  const ending = (file) => file.slice(file.lastIndexOf(".") + 1).toLowerCase();

  // Those that are on their way to take the place of an older one.
  const coming = new Map();

  // The site's own style sheets, with their paths.
  const sheets = () => [...document.querySelectorAll('link[rel~="stylesheet"][href]')].flatMap((link) => {
    if ([...coming.values()].includes(link) || !URL.canParse(link.href)) return [];
    const address = new URL(link.href);
    return address.origin === location.origin ? [{ link, address }] : [];
  });

  // A style sheet takes the place of the old one when it is there, so that nothing is bare in between.
  const replace = ({ link, address }) => {
    address.searchParams.set("frontis", number);
    if (link.disabled) { link.href = address; return; }
    coming.get(link)?.remove();
    const fresh = link.cloneNode();
    const settle = () => { coming.delete(link); link.remove(); };
    fresh.href = address;
    fresh.addEventListener("load", settle, { once: true });
    // One that is gone styles nothing any more.
    fresh.addEventListener("error", () => { settle(); fresh.remove(); }, { once: true });
    coming.set(link, fresh);
    link.after(fresh);
  };

  // - Returns: whether the page has to be loaded again instead.
  const restyle = (files) => {
    const known = sheets();
    const isOf = (sheet, file) => sheet.address.pathname.endsWith("/" + encodeURI(file));
    const isImported = files.some((file) => !known.some((sheet) => isOf(sheet, file)));
    if (isImported && [...document.querySelectorAll("style")].some((style) => style.textContent.includes("@import"))) return true;
    // One that is imported by another one is asked for again with that.
    for (const sheet of known) if (isImported || files.some((file) => isOf(sheet, file))) replace(sheet);
    return false;
  };

  // MARK: News

  // Other pages, and what no page shows.
  const isElsewhere = (file) => ["html", "htm", "xml", "txt", "css"].includes(ending(file));

  // What would be in the place of a page that says that there is none.
  const isMissed = (file) => own.missing !== undefined
    && [own.missing, `${own.missing}/index.html`, `${own.missing}.html`].includes(file);

  const isFramed = (file) => Array.from({ length: frames.length }, (_, place) => frames[place]).some((frame) => {
    try { return frame.document.querySelector('script[src="/_frontis/live.js"]')?.dataset.file === file; } catch { return false; }
  });

  const isShown = (file) => file === own.file || isMissed(file) || !isElsewhere(file) || isFramed(file);

  const follow = (news) => {
    // Of another run, of so much that nobody counts it, or with something in between that has not arrived.
    if (news.run !== own.run || news.isAll || news.since > number) return reload();
    const isWaitedFor = own.waits !== undefined && news.number > 0;
    number = news.number;
    if (isWaitedFor || news.changed.some(isShown)) return reload();
    const styles = news.changed.filter((file) => ending(file) === "css");
    show(news);
    if (styles.length > 0 && restyle(styles)) reload();
  };

  // MARK: What is said on the page

  const look = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .panel { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
      margin: 0; padding: 1rem 1.25rem 1.25rem; background: #fff; color: #1d1d1f; border-top: 4px solid #c62828;
      box-shadow: 0 -4px 24px rgb(0 0 0 / .25); font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    .head { display: flex; align-items: baseline; gap: 1rem; margin: 0 0 .75rem;
      font: 600 15px/1.4 system-ui, sans-serif; color: #c62828; }
    .head span { flex: 1; }
    pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
    a { color: #0b57d0; text-underline-offset: 2px; }
    button { font: 500 14px/1 system-ui, sans-serif; padding: .6rem .9rem; border: 1px solid currentColor; border-radius: .4rem;
      background: none; color: inherit; cursor: pointer; }
    :is(a, button):focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
    .mark { position: fixed; inset: auto auto .75rem .75rem; z-index: 2147483646; padding: .35rem .7rem; border-radius: 1rem;
      background: #7a4b00; color: #fff; font: 600 13px/1.3 system-ui, sans-serif; pointer-events: none; }
    @media (prefers-color-scheme: dark) {
      .panel { background: #1c1c1e; color: #f2f2f4; border-color: #ff6b60; }
      .head { color: #ff8a80; }
      a { color: #8ab4f8; }
      :is(a, button):focus-visible { outline-color: #8ab4f8; }
      .mark { background: #ffd699; color: #3a2400; }
    }
    @media print { .panel, .mark { display: none; } }`;

  const host = document.createElement("frontis-live");
  const root = host.attachShadow({ mode: "open" });
  // A page's own policy may forbid style elements.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);

  const words = {
    draft: "Draft: not published",
    future: "Dated in the future: not published yet",
    expired: "Expired: not published any more",
  };

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  let dismissed;
  const show = (news) => {
    const parts = [];
    const why = news.unpublished[own.file];
    if (why) parts.push(element("div", { className: "mark", role: "note" }, words[why] ?? why));
    if (news.problems !== undefined && news.problems !== dismissed) {
      const panel = element("section", { className: "panel", role: "alert", ariaLabel: "The site has errors" });
      const close = element("button", { type: "button" }, "Hide");
      const hide = () => { dismissed = news.problems; panel.remove(); };
      close.addEventListener("click", hide);
      panel.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
      const text = document.createElement("pre");
      // Escaped by the server, but for links to files.
      text.innerHTML = news.problems;
      panel.append(element("div", { className: "head" },
        element("span", {}, own.waits !== undefined ? "Not built yet" : "Not built: this page is as it was"), close), text);
      parts.push(panel);
    }
    if (news.problems === undefined) dismissed = undefined;
    root.replaceChildren(...parts);
  };

  // MARK: Listening

  // A browser has six connections to one server: those that nobody looks at do not listen, and are told what they have
  // missed when somebody does. What is in a frame is loaded again with the page around it.
  if (window !== window.top) return;
  let events;

  const listen = () => {
    events?.close();
    events = undefined;
    if (document.visibilityState === "hidden") return;
    const mine = new EventSource(`/_frontis/events?run=${own.run}&number=${number}`);
    events = mine;
    mine.addEventListener("message", (event) => follow(JSON.parse(event.data)));
    // The browser asks again by itself, with the number that it began with: it is told then what it has missed.
    mine.addEventListener("error", () => {
      if (mine.readyState === EventSource.CLOSED && events === mine) setTimeout(listen, 1000);
    });
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events?.close());
  // A page that comes back from the history has been away.
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
})();
