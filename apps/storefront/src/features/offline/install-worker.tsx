'use client';

import { useEffect } from 'react';

/** Each build has a worker of its own address, which brings its own offline page. */
export const InstallWorker = ({ build }: { build: string }) => {
  useEffect(() => {
    // Absent where a page is not secure. Without it the shop is the same, but not there offline.
    const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    void workers?.register(`/sw.js?build=${encodeURIComponent(build)}`).catch(() => undefined);
  }, [build]);
  return null;
};
