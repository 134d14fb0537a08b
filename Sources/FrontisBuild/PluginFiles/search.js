// Looks words up in the index that lies beside this script. Nobody is asked but the server that the page came from.
"use strict";

const FrontisSearch = {
  // What has blanks between words, and what has none: as the program that wrote the index has it.
  words(text) {
    const words = [];
    const plain = text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/\p{M}+/gu, "").replace(/ς/g, "σ").replace(/ß/g, "ss");
    const dense = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{323af}]+/gu;
    for (const piece of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
      let start = 0;
      const word = (end) => { if (end > start) words.push([...piece.slice(start, end)].slice(0, 40).join("")); };
      for (const run of piece.matchAll(dense)) {
        word(run.index);
        const signs = [...run[0]];
        if (signs.length === 1) words.push(run[0]);
        for (let place = 1; place < signs.length; place += 1) words.push(signs[place - 1] + signs[place]);
        start = run.index + run[0].length;
      }
      word(piece.length);
    }
    return words;
  },

  // By code points, as the index is sorted.
  compare(left, right) {
    const [a, b] = [[...left], [...right]];
    for (let place = 0; place < a.length && place < b.length; place += 1) {
      if (a[place] !== b[place]) return a[place].codePointAt(0) - b[place].codePointAt(0);
    }
    return a.length - b.length;
  },

  // Which files may have a word, or words that begin with it.
  files(firstWords, word) {
    let low = 0;
    let high = firstWords.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (FrontisSearch.compare(firstWords[middle], word) <= 0) low = middle + 1; else high = middle;
    }
    const files = low > 0 ? [low - 1] : [];
    // One more, so that a beginning is found whose words go on there, and no whole index for a single letter.
    if (low < firstWords.length && firstWords[low].startsWith(word)) files.push(low);
    return files;
  },

  // Pages with how much they say of a word: whole words count in full, words that begin with it a little less.
  find(texts, word, pages) {
    const scores = new Map();
    for (const text of texts) {
      let at = text.startsWith(word) ? 0 : text.indexOf("\n" + word) + 1;
      if (at === 0 && !text.startsWith(word)) continue;
      while (at >= 0 && at < text.length && text.startsWith(word, at)) {
        const end = text.indexOf("\n", at);
        const line = text.slice(at, end < 0 ? text.length : end);
        at = end < 0 ? -1 : end + 1;
        const [found, list] = line.split(" ");
        const hits = [...list.matchAll(/([0-9a-z]*)([A-P])/g)];
        const rarity = Math.log(1 + pages / hits.length);
        const share = found === word ? 1 : (0.6 * word.length) / found.length;
        let page = -1;
        for (const [, distance, level] of hits) {
          page += distance === "" ? 1 : parseInt(distance, 36);
          const score = share * rarity * (level.charCodeAt(0) - 64);
          if (score > (scores.get(page) ?? 0)) scores.set(page, score);
        }
      }
    }
    return scores;
  },

  // The pages that have all the words; where none has, those that have most of them.
  rank(found) {
    const sums = new Map();
    for (const scores of found) {
      for (const [page, score] of scores) {
        const [count, sum] = sums.get(page) ?? [0, 0];
        sums.set(page, [count + 1, sum + score]);
      }
    }
    const most = Math.max(0, ...[...sums.values()].map(([count]) => count));
    return [...sums].filter(([, [count]]) => count === most)
      .sort(([a, [, x]], [b, [, y]]) => y - x || a - b).map(([page]) => page);
  },

  // Where the words of a query stand in a text that is shown.
  marks(text, words) {
    const marks = [];
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const own = FrontisSearch.words(match[0]);
      if (own.some((one) => words.some((word) => one.startsWith(word)))) marks.push([match.index, match.index + match[0].length]);
    }
    return marks;
  },
};

if (typeof document !== "undefined") {
  const folder = new URL(".", document.currentScript.src);
  const form = document.querySelector("form[data-search]");
  const input = form.querySelector("input");
  const status = document.querySelector("[data-search-status]");
  const results = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");
  const say = (key, words) => { status.textContent = (form.dataset[key] ?? words[key]); };
  const phrases = { nothing: "Nothing found.", failed: "The search could not be loaded. Try again.", common: "These words are on nearly every page: try a rarer one." };
  const texts = new Map();
  let overview = null;
  let turn = 0;

  const get = async (name, options) => {
    const answer = await fetch(new URL(name, folder), options);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  };
  const kept = (name) => {
    if (!texts.has(name)) {
      texts.set(name, get(`${name}?v=${overview.version}`).then((answer) => answer.text()).catch((error) => {
        texts.delete(name);
        throw error;
      }));
    }
    return texts.get(name);
  };
  const begin = async () => { overview ??= await (await get("index.json", { cache: "no-cache" })).json(); };

  const marked = (element, text, words) => {
    let start = 0;
    for (const [from, to] of FrontisSearch.marks(text, words)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      element.append(text.slice(start, from), mark);
      start = to;
    }
    element.append(text.slice(start));
  };
  const shown = ([url, title, date, summary, language], words) => {
    const article = document.createElement("article");
    article.className = "entry";
    article.lang = language;
    const box = article.appendChild(document.createElement("div"));
    box.className = "words";
    if (date) {
      const meta = box.appendChild(document.createElement("p"));
      meta.className = "meta";
      const time = meta.appendChild(document.createElement("time"));
      time.dateTime = date;
      time.textContent = new Date(`${date}T00:00:00`).toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
    }
    const heading = box.appendChild(document.createElement("h2"));
    heading.className = "title";
    const link = heading.appendChild(document.createElement("a"));
    link.href = url;
    marked(link, title, words);
    const lines = box.appendChild(document.createElement("p"));
    lines.className = "summary";
    marked(lines, summary, words);
    return article;
  };

  const show = async (pages, words, mine, from) => {
    const part = pages.slice(from, from + overview.group);
    const groups = new Map();
    for (const page of part) {
      const group = Math.floor(page / overview.group);
      if (!groups.has(group)) groups.set(group, kept(`pages-${group}.json`).then(JSON.parse));
    }
    const entries = await Promise.all(part.map(async (page) => (await groups.get(Math.floor(page / overview.group)))[page % overview.group]));
    if (mine !== turn) return;
    const articles = entries.map((entry) => shown(entry, words));
    if (from === 0) results.replaceChildren(...articles); else results.append(...articles);
    const next = from + part.length;
    more.hidden = next >= pages.length;
    more.onclick = async () => {
      more.onclick = null;
      await show(pages, words, mine, next).catch(() => say("failed", phrases));
      articles.length && results.children[next]?.querySelector("a")?.focus();
    };
  };

  const search = async () => {
    turn += 1;
    const mine = turn;
    const query = input.value.trim();
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query); else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    const words = [...new Set(FrontisSearch.words(query))].slice(0, 8);
    if (!words.length) {
      results.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      return;
    }
    try {
      await begin();
      const rare = words.filter((word) => !overview.commonWords.includes(word));
      const found = await Promise.all(rare.map(async (word) => {
        const files = FrontisSearch.files(overview.firstWords, word);
        return FrontisSearch.find(await Promise.all(files.map((file) => kept(`words-${file}.txt`))), word, overview.pages);
      }));
      if (mine !== turn) return;
      const pages = FrontisSearch.rank(found);
      if (!pages.length) {
        results.replaceChildren();
        more.hidden = true;
        return say(rare.length ? "nothing" : "common", phrases);
      }
      await show(pages, words, mine, 0);
      if (mine === turn) status.textContent = pages.length === 1 ? (form.dataset.one ?? "1 page") : `${pages.length} ${form.dataset.many ?? "pages"}`;
    } catch (error) {
      if (mine === turn) say("failed", phrases);
    }
  };

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  input.addEventListener("focus", () => { begin().catch(() => {}); }, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  input.value = new URL(location.href).searchParams.get("q") ?? input.value;
  if (input.value) search();
}
