import type { IncomingMessage } from 'node:http';

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Keeps out other web pages the developer has open, also by a name that resolves to this machine. Programs say neither
 * site nor origin. To follow a link to a page is nobody's attack: who sends the reader here does not see what they see.
 */
export function isFromHere({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const host = headers.host ?? '';
  if (!thisMachine.includes(host.replace(/:\d+$/, ''))) return false;
  const site = headers['sec-fetch-site'];
  const isLink =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (site !== undefined) return isLink || site === 'none' || site === 'same-origin';
  return headers.origin === undefined || headers.origin === `http://${host}`;
}
