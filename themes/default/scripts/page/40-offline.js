// Where an edition wants its pages kept for use without a connection, the browser is told to. From a disk there is nothing to keep.
(() => {
  "use strict";
  const { worker } = document.body.dataset;
  if (!worker || !navigator.serviceWorker || !location.protocol.startsWith("http")) return;
  // If the browser won't, pages are read as ever.
  addEventListener("load", () => { navigator.serviceWorker.register(worker).catch(() => {}); });
})();
