'use client';

import { useEffect } from 'react';
import { tellWorker } from './tell-worker.ts';

/** Puts the page that is shown on the shelf of what was seen. `page` tells it from others that the same component shows. */
export const Seen = ({ page }: { page: string }) => {
  useEffect(() => tellWorker({ keep: location.pathname + location.search }), [page]);
  return null;
};
