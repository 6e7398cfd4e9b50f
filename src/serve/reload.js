// Loads the page anew after a save, where it was scrolled to, and shows what is wrong on top of it.
(() => {
  "use strict";
  const place = "noticeboard-preview " + location.pathname;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    const scroll = () => window.scrollTo({ top: Number(kept), behavior: "instant" });
    scroll();
    window.addEventListener("load", scroll);
  }
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_/preview.css";
  document.head.append(style);

  const show = ({ text, errors, warnings }) => {
    document.querySelector("#preview-problems")?.remove();
    if (!text) return;
    const box = document.createElement("details");
    box.id = "preview-problems";
    box.lang = "en";
    box.open = errors > 0;
    const line = document.createElement("summary");
    line.textContent = `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
    const words = document.createElement("pre");
    words.textContent = text;
    box.append(line, words);
    document.body.append(box);
  };
  const look = async () => {
    const answer = await fetch("/_/problems" + location.pathname);
    if (answer.ok) show(await answer.json());
  };
  const wait = async (after) => {
    for (;;) {
      try {
        const answer = await fetch("/_/changes?after=" + after);
        const now = Number(await answer.text());
        if (after >= 0 && now !== after) {
          sessionStorage.setItem(place, String(window.scrollY));
          location.reload();
          return;
        }
        after = now;
      } catch {
        // The server is away: perhaps it is being started again.
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  };
  look();
  wait(-1);
})();
