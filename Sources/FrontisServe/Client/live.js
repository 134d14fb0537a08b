// Keeps a page up to date while its author works on it: `frontis serve` adds this to every page, and to nothing that is
// published.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const scrollKey = "frontis-scroll";
  let number = Number(own.number);

  // MARK: Loading again

  const reload = () => {
    sessionStorage.setItem(scrollKey, JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  };

  const restoreScroll = () => {
    const kept = JSON.parse(sessionStorage.getItem(scrollKey) ?? "null");
    sessionStorage.removeItem(scrollKey);
    if (kept?.[0] === location.href) scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
  };
  restoreScroll();
  // Once more when pictures have their heights.
  if (document.readyState !== "complete") {
    const place = [scrollX, scrollY];
    addEventListener("load", () => {
      if (place[1] && Math.abs(scrollY - place[1]) > 1) scrollTo({ left: place[0], top: place[1], behavior: "instant" });
    });
  }

  // A style sheet takes the place of the old one when it is there, so that nothing is bare in between.
  const restyle = (files) => {
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(old.href);
      const isOurs = address.origin === location.origin;
      const isMeant = files.some((file) => address.pathname.endsWith("/" + file));
      // One that is imported by another one is asked for again with that.
      if (!isOurs || (!isMeant && files.some((file) => isLinked(file)))) continue;
      address.searchParams.set("frontis", number);
      const fresh = old.cloneNode();
      fresh.href = address;
      fresh.addEventListener("load", () => old.remove());
      fresh.addEventListener("error", () => fresh.remove());
      old.after(fresh);
    }
  };
  const isLinked = (file) =>
    [...document.querySelectorAll('link[rel~="stylesheet"]')].some((link) => new URL(link.href).pathname.endsWith("/" + file));

  const ending = (file) => file.slice(file.lastIndexOf(".") + 1).toLowerCase();
  // Other pages, and what no page shows.
  const isElsewhere = (file) => ["html", "htm", "xml", "txt", "css"].includes(ending(file));

  const follow = (news) => {
    if (news.run !== own.run || news.isAll) return reload();
    number = news.number;
    if (news.changed.some((file) => file === own.file || !isElsewhere(file))) return reload();
    // A page that says that there is no page.
    if (own.file === "*" && news.problems === undefined && news.number > 0) return reload();
    const styles = news.changed.filter((file) => ending(file) === "css");
    if (styles.length > 0) restyle(styles);
    show(news);
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
    .mark { position: fixed; inset: .75rem .75rem auto auto; z-index: 2147483646; padding: .35rem .7rem; border-radius: 1rem;
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
        element("span", {}, own.file === "*" ? "Not built yet" : "Not built: this page is as it was"), close), text);
      parts.push(panel);
    }
    if (news.problems === undefined) dismissed = undefined;
    root.replaceChildren(...parts);
  };

  // MARK: Listening

  const listen = () => {
    const news = new EventSource(`/_frontis/events?run=${own.run}&number=${number}`);
    news.addEventListener("message", (event) => follow(JSON.parse(event.data)));
    // The browser asks again by itself, with the number that it began with: it is told then what it has missed.
    news.addEventListener("error", () => {
      if (news.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
    addEventListener("pagehide", () => news.close(), { once: true });
  };
  // A page that comes back from the history has been away.
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
})();
