import type { IncomingMessage } from 'node:http';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

const pathOf = (address: string): string | undefined => {
  const url = URL.parse(address, 'http://page');
  url?.searchParams.delete('_rsc');
  return url ? url.pathname + url.search : undefined;
};

/** A part of a page, fetched for the page that is there already: it looks by itself whether something is new. */
const isReadAnew = ({ url = '', headers: { referer } }: IncomingMessage): boolean =>
  referer !== undefined && pathOf(referer) === pathOf(url);

/**
 * Whether a request shows that somebody is there: they open a page, or change something. What an open page reads by
 * itself (events, the state of a job, itself anew, what might be opened next) shows that it is open and nothing more;
 * which of its reads somebody asked for cannot be told, so none of them counts.
 */
export const isUse = (req: IncomingMessage): boolean => {
  const { method = 'GET', headers } = req;
  if (!reads.has(method)) return true;
  if (headers['sec-purpose'] !== undefined || headers['next-router-prefetch'] !== undefined) return false;
  // Fetch Metadata; which browsers that are too old for it do not send.
  if (headers['sec-fetch-mode'] === 'navigate') return true;
  if (headers['sec-fetch-mode'] === undefined && headers.accept?.includes('text/html')) return true;
  return headers.rsc !== undefined && !isReadAnew(req);
};
