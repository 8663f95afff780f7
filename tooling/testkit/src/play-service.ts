import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { serviceCredentials } from '@quayside/http';

const secret = 'test-internal-secret';

interface Played {
  status: number;
  body: unknown;
}

/**
 * Plays a neighbour to what a service asks of it below `/internal`; who shows other credentials than services have is
 * told so.
 *
 * @param answer status and body to a path, and to what was sent, at once or later
 */
export const playService = async (answer: (path: string, sent: unknown) => Played | Promise<Played>) => {
  const { areIn } = serviceCredentials(secret);
  const server = createServer(async (req, res) => {
    const sent = await text(req);
    const isService = req.url?.startsWith('/internal/') && areIn(req.headers.authorization);
    const { status, body } = isService
      ? await answer(req.url ?? '', sent && JSON.parse(sent))
      : { status: 401, body: { code: 'unauthenticated' } };
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    secret,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
