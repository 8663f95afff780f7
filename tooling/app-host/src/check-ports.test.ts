import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { checkPorts } from './check-ports.ts';

let server: Server;
let port: number;

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  server.close();
});

test('names the port, the process and the holder of each taken port', async () => {
  const check = checkPorts([{ name: 'catalog', port }], ['/nowhere']);
  await expect(check).rejects.toThrow(`Port ${port} for catalog is in use by pid ${process.pid} (`);
  await expect(check).rejects.toThrow('stop that, or use --port-offset, e.g. 1000');
});

test('waits for what a killed run of the same folder left behind', async () => {
  const check = checkPorts([{ name: 'catalog', port }], [process.cwd()], { patienceMs: 5_000 });
  setTimeout(() => server.close(), 50);
  await expect(check).resolves.toBeUndefined();
});

test('loses patience', async () => {
  await expect(checkPorts([{ name: 'catalog', port }], [process.cwd()], { patienceMs: 0 })).rejects.toThrow(
    `Port ${port}`,
  );
});
