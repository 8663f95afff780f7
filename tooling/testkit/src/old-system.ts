import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface OldCall {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
}

/** What it has at `/api/v1/campaigns`, in the form that the new system has taken over. */
const campaigns = {
  items: [
    {
      id: '01900000-0000-7000-8000-00000000001d',
      name: 'From the old system',
      headline: 'Not moved yet',
      body: 'The old system answers this.',
      discountPercent: 0,
      startsAt: '2020-01-01T00:00:00.000Z',
      endsAt: '2099-01-01T00:00:00.000Z',
      version: 1,
    },
  ],
};

/** A small stand-in of a system that a shop is moved away from, for tests and for trying the façade. */
export const startOldSystem = async ({ port = 0 }: { port?: number } = {}) => {
  const calls: OldCall[] = [];
  let isSilent = false;
  const server = createServer((req, res) => {
    const { method = '', url = '', headers } = req;
    calls.push({ method, url, headers });
    req.resume();
    if (isSilent) return;
    const isKnown = method === 'GET' && url.startsWith('/api/v1/campaigns');
    res
      .writeHead(isKnown ? 200 : 404, {
        'content-type': 'application/json',
        'set-cookie': 'JSESSIONID=old; Path=/',
      })
      .end(JSON.stringify(isKnown ? campaigns : { error: 'no such page' }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Received, oldest first. */
    calls,
    /** Takes calls from now on, and answers none. */
    fallSilent: () => void (isSilent = true),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
