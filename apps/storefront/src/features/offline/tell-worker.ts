/** Says something to the worker once there is one; nothing happens where there is none. */
export const tellWorker = (what: { keep: string } | { forget: true }): void => {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(what));
};
