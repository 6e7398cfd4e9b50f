// Lists of what should be in place can be ticked. Which items are ticked is kept on this device, by their ids; nothing leaves it.
(() => {
  "use strict";
  const list = document.querySelector("[data-keep]");
  if (!list) return;
  const ways = document.getElementById("checklist_ways");
  const count = document.getElementById("checklist_count");
  const kept = document.getElementById("checklist_kept");

  // A browser may be told to keep nothing: then ticks last as long as the page.
  let store = null;
  try {
    store = self.localStorage;
    store.getItem(list.dataset.keep);
  } catch {
    store = null;
  }

  const boxes = [...list.children].map((item) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = item.id;
    box.setAttribute("aria-label", item.querySelector(".short, summary").textContent.trim());
    item.prepend(box);
    item.classList.add("has-box");
    return box;
  });

  const say = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    count.textContent = count.dataset.count.replace("{done}", ticked).replace("{all}", boxes.length);
  };
  const keep = () => {
    say();
    if (!store) return;
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    try {
      if (ticked.length) store.setItem(list.dataset.keep, JSON.stringify(ticked));
      else store.removeItem(list.dataset.keep);
    } catch {
      // The device is full; the ticks stay on the page.
    }
  };
  const remember = () => {
    let ticked = [];
    try {
      ticked = JSON.parse(store?.getItem(list.dataset.keep)) || [];
    } catch {
      // What was kept is no list of ids: begin anew.
    }
    for (const box of boxes) box.checked = ticked.includes?.(box.value) ?? false;
    say();
  };

  list.addEventListener("change", keep);
  document.getElementById("checklist_clear").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    keep();
  });
  document.getElementById("checklist_print").addEventListener("click", () => { print(); });
  kept.hidden = !store;
  ways.hidden = false;
  remember();
})();
