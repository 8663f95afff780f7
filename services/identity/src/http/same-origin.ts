import type { Request } from 'express';

/**
 * Whether a browser sent this form from one of our own pages. A form of another site cannot set either header; a
 * request with neither does not come from a browser of this decade, and is refused.
 */
export const isSameOrigin = (req: Request, publicOrigin: string): boolean => {
  const site = req.get('sec-fetch-site');
  const origin = req.get('origin');
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return origin === publicOrigin || origin === `${req.protocol}://${req.host}`;
  return site !== undefined;
};
