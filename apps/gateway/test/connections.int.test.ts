import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ timeoutMs: 300 });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.lines.length = 0;
  gateway.catalog.calls.length = 0;
  gateway.basket.calls.length = 0;
  gateway.catalog.answer = (_call, _req, res) => json(res, 200, {});
});

const open = (...lines: string[]) => {
  const socket = connect(Number(new URL(gateway.origin).port), 'localhost');
  socket.write(`${lines.join('\r\n')}\r\nHost: localhost\r\n\r\n`);
  return socket;
};

const faults = () => gateway.lines.filter(({ level }) => level === 'error');

describe('a service that dies in the middle of its answer', () => {
  test('ends the connection of the client, who can tell that it is not whole, and is no fault of ours', async () => {
    gateway.catalog.answer = (_call, req, res) => {
      res.writeHead(200, { 'content-length': 100 }).write('the beginning', () => req.socket.destroy());
    };
    const answer = await text(open('GET /api/v1/catalog/items HTTP/1.1'));
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toMatch(/the beginning$/);
    expect(faults()).toEqual([]);
  });

  test('does so in the middle of chunks too', async () => {
    gateway.catalog.answer = (_call, req, res) => {
      res.writeHead(200).write('the beginning', () => req.socket.destroy());
    };
    const answer = await text(open('GET /api/v1/catalog/items HTTP/1.1'));
    expect(answer).not.toMatch(/\r\n0\r\n/);
    expect(faults()).toEqual([]);
  });
});

describe('a client that goes away', () => {
  test.each(['/api/v1/basket/events', '/api/v1/catalog/items'])(
    'from %s is gone for the service too',
    async (path) => {
      const left = Promise.withResolvers<void>();
      for (const service of [gateway.basket, gateway.catalog]) {
        service.answer = (_call, _req, res) => {
          res
            .on('close', left.resolve)
            .writeHead(200, { 'content-type': 'text/event-stream' })
            .write(':\n\n');
        };
      }
      const client = open(`GET ${path} HTTP/1.1`);
      await once(client, 'data');
      client.destroy();
      await left.promise;
      expect(faults()).toEqual([]);
    },
  );
});

describe('a read', () => {
  test('that a service leaves without an answer is given up at its time, and not asked for again', async () => {
    gateway.catalog.answer = () => undefined;
    const answer = await fetch(`${gateway.origin}/api/v1/catalog/items`);
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([503, 'service-unavailable']);
    expect(gateway.catalog.calls).toHaveLength(1);
  });

  test('with a body is not sent twice, as that is gone', async () => {
    gateway.catalog.answer = (_call, req) => void req.socket.destroy();
    const client = open('GET /api/v1/catalog/items HTTP/1.1', 'Connection: close', 'Content-Length: 2');
    client.write('{}');
    expect(await text(client)).toMatch(/^HTTP\/1.1 503 /);
    expect(gateway.catalog.calls).toHaveLength(1);
  });
});

describe('a client that does not send its whole body', () => {
  test.each(['X-CSRF: 1', 'X-CSRF: 1\r\nExpect: 100-continue'])(
    'is told so at the time of the route, and the service is not blamed (%j)',
    async (headers) => {
      const put = ['PUT /api/v1/basket/items/1 HTTP/1.1', 'Content-Length: 20', headers];
      const client = open(...put);
      client.write('{"quantity"');
      const answer = await text(client);
      expect(answer).toMatch(/HTTP\/1.1 408 Request Timeout\r\n/);
      expect(answer).toContain('"code":"request-timeout"');
      expect(gateway.lines.filter(({ level }) => level === 'warn')).toEqual([]);
    },
  );
});
