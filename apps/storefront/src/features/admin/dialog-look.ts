/** What lies between the page and whatever stands over it. */
export const overlayLook = 'fixed inset-0 z-40 bg-[#0a1624]/55';

/** The sheet of a dialog in the middle of the page; its width and, above another, its layer are added. */
export const dialogLook =
  'fixed top-1/2 left-1/2 z-50 max-h-[92dvh] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto border border-ink bg-paper p-6 shadow-[6px_6px_0_var(--color-shoal-deep)] outline-none';
