// "Exit this page": a quick way to a page that says nothing about its reader, as GOV.UK describes it. The button is a plain link;
// with this script the page goes at once, and the button to go back doesn't lead here again. Pressing Shift three times does the same.
(() => {
  "use strict";
  const exit = document.getElementById("page_exit");
  if (!exit) return;

  const PRESSES = 3;
  const PATIENCE = 5000; // ms from the first press to the last

  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.prepend(said);

  const leave = () => {
    document.documentElement.classList.add("leaving");
    said.textContent = exit.dataset.leaving;
    location.replace(exit.href);
  };

  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = 0;
  let alone = false; // no other key since Shift went down
  let waiting;
  const forget = () => {
    if (presses) said.textContent = exit.dataset.expired;
    presses = 0;
    clearTimeout(waiting);
  };

  addEventListener("keydown", (event) => {
    alone = event.key === "Shift";
    if (!alone && presses) forget();
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    if (presses === PRESSES) {
      leave();
      return;
    }
    if (presses === 1) waiting = setTimeout(forget, PATIENCE);
    said.textContent = PRESSES - presses > 1 ? exit.dataset.two : exit.dataset.one;
  });

  // Where the browser kept the page and shows it again, it must be there.
  addEventListener("pageshow", () => {
    document.documentElement.classList.remove("leaving");
    said.textContent = "";
    presses = 0;
  });
})();
