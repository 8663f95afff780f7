import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { forwardUpgrades } from './forward-upgrades.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const start = async (server: Server): Promise<string> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const recording = async () => {
  const paths: string[] = [];
  const server = createServer().on('upgrade', (req, socket) => {
    paths.push(req.url ?? '');
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  });
  return { paths, host: await start(server) };
};

test.each(['//', 'http://'])('an upgrade of %s<another host> still goes to the target', async (prefix) => {
  const [target, other] = [await recording(), await recording()];
  const gateway = createServer();
  forwardUpgrades(gateway, `http://${target.host}`);
  const [host, port] = (await start(gateway)).split(':');
  const path = `${prefix}${other.host}/parts`;
  await new Promise((resolve) => {
    request({ host, port, path, headers: { connection: 'Upgrade', upgrade: 'websocket' } })
      .on('upgrade', (_answer, socket) => resolve(socket.end()))
      .on('error', resolve)
      .end();
  });
  expect(other.paths).toEqual([]);
  expect(target.paths).toEqual([path]);
});
