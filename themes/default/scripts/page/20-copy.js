// Links to single pieces of advice: a press copies the whole address, to be sent to a colleague.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  const SHOWN = 2500; // ms for which it is said that the link was copied

  for (const link of document.querySelectorAll("a.copy")) {
    const words = link.textContent;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      navigator.clipboard.writeText(link.href).then(() => {
        link.textContent = document.body.dataset.copied;
        setTimeout(() => { link.textContent = words; }, SHOWN);
      }, () => { location.hash = link.hash; });
    });
    link.setAttribute("aria-live", "polite");
  }
})();
