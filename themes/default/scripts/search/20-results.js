// Search as one types. The index is a script of its own (self.noticeboardIndex), so that this works on a disk, too.
// What is typed stays on the page: it goes neither into the address nor to anybody.
(() => {
  "use strict";
  const form = document.getElementById("search_form");
  const input = document.getElementById("search_words");
  const count = document.getElementById("search_count");
  const results = document.getElementById("search_results");
  const letters = document.getElementById("search_letters");
  const rows = self.noticeboardIndex;
  if (!form || !rows) return;

  const MOST = 30; // results that are shown
  const AROUND = 70; // letters of text before the first word that was found
  const LENGTH = 200; // letters of text in all
  const QUIET = 500; // ms without typing until a screen reader is told

  const plain = (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const finder = new MiniSearch({
    idField: "at",
    fields: ["title", "part", "text"],
    processTerm: plain,
    searchOptions: {
      boost: { title: 4, part: 1.5 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
    },
  });
  // Words are a text, or pieces of [language, text] where some are in another language than the page.
  const pieces = (words) => (typeof words === "string" ? [["", words]] : words);
  const whole = (words) => pieces(words).map(([, text]) => text).join("");
  finder.addAll(rows.map(([title, part, , text], at) => ({ at, title: whole(title), part: whole(part), text: whole(text) })));

  // All words must be there, but short ones (of, a) only where there is no other. If nothing has all, some will do.
  const find = (words) => {
    const terms = words.match(/[\p{L}\p{N}\p{M}]+/gu) || [];
    const long = terms.filter((term) => term.length > 2);
    const telling = (long.length ? long : terms).join(" ");
    const all = finder.search(telling, { combineWith: "AND" });
    return all.length ? all : finder.search(telling);
  };

  // Text with the words that were found marked.
  const marked = (text, terms) => {
    const piece = document.createDocumentFragment();
    for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      if (terms.has(plain(part))) {
        const mark = document.createElement("mark");
        mark.textContent = part;
        piece.append(mark);
      } else {
        piece.append(part);
      }
    }
    return piece;
  };

  // A stretch of words, each piece in its language.
  const spoken = (words, terms, from = 0, to = Infinity) => {
    const all = document.createDocumentFragment();
    let begin = 0;
    for (const [language, text] of pieces(words)) {
      const here = marked(text.slice(Math.max(0, from - begin), Math.max(0, to - begin)), terms);
      begin += text.length;
      if (!here.textContent) continue;
      if (language) {
        const piece = document.createElement("span");
        piece.lang = language;
        piece.dir = "auto";
        piece.append(here);
        all.append(piece);
      } else {
        all.append(here);
      }
    }
    return all;
  };

  const extract = (words, terms) => {
    const text = whole(words);
    let first = 0;
    for (const word of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (terms.has(plain(word[0]))) {
        first = word.index;
        break;
      }
    }
    let from = Math.max(0, first - AROUND);
    if (from > 0) from = text.indexOf(" ", from) + 1;
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = text.lastIndexOf(" ", to);
    const piece = document.createDocumentFragment();
    piece.append(from > 0 ? "… " : "", spoken(words, terms, from, to), to < text.length ? " …" : "");
    return piece;
  };

  const shown = (found) => {
    const [title, part, href, text] = rows[found.id];
    const terms = new Set(found.terms);
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.append(spoken(title, terms));
    const place = document.createElement("span");
    place.className = "quiet";
    place.append(spoken(part, new Set()));
    item.append(link, place);
    if (text.length) {
      const words = document.createElement("p");
      words.append(extract(text, terms));
      item.append(words);
    }
    return item;
  };

  let waiting;
  const look = () => {
    const words = input.value.trim();
    const found = words ? find(words) : [];
    results.replaceChildren(...found.slice(0, MOST).map(shown));
    letters.hidden = words !== "";
    const said = !words ? "" : found.length ? form.dataset.count.replace("{count}", found.length) : form.dataset.none;
    clearTimeout(waiting);
    waiting = setTimeout(() => { count.textContent = said; }, words ? QUIET : 0);
  };

  input.addEventListener("input", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
    const first = results.querySelector("a");
    if (first) first.focus();
  });
  form.hidden = false;
  look();
})();
