// The registration of the worker that keeps the site on the reader's device. A page opened from a disk, or over a
// connection that anyone may change, does without.
(() => {
  const { serviceWorker, connection } = navigator;
  if (!serviceWorker || !window.isSecureContext || !location.protocol.startsWith('http')) return;
  const worker = new URL('worker.js', document.currentScript.src);
  addEventListener('load', async () => {
    try {
      await serviceWorker.register(worker);
      const { active } = await serviceWorker.ready;
      // What is not needed at once comes after the page, and at the next visit where it was cut short; not at all for
      // those who ask that data be spared.
      if (!connection?.saveData) active.postMessage('fill');
    } catch {
      // A browser that keeps nothing, as in a private window, shows the site all the same.
    }
  });
})();
