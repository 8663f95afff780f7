import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHealth, createLogger, createMetrics } from '@quayside/runtime';
import { createApi } from './api.ts';
import { noteCaller } from './caller-facts.ts';
import type { EventStream } from './event-stream.ts';
import type { Listening } from './listen.ts';

let listening: Listening;
let opened: PromiseWithResolvers<EventStream>;
let until: number | undefined;

beforeEach(async () => {
  opened = Promise.withResolvers();
  const api = createApi({
    logger: createLogger({ service: 'harbour', level: 'silent' }),
    health: createHealth(),
    metrics: createMetrics('harbour'),
    title: 'Harbour',
    version: '1',
  });
  until = undefined;
  api.router.get('/events', (req, res) => {
    noteCaller(req, 'u1', until);
    opened.resolve(api.eventStream(req, res));
  });
  listening = await api.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  if (listening.server.listening) await listening.close();
});

const ask = (method: string) => {
  const socket = connect(listening.port, '127.0.0.1');
  socket.write(`${method} /events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  return socket;
};

describe('an event stream', () => {
  test('says its events as they come and ends with the server', async () => {
    const answer = text(ask('GET'));
    (await opened.promise).send({ event: 'arrived', data: { boat: 7 }, id: '1' });
    await listening.close();
    expect(await answer).toContain('id: 1\nevent: arrived\ndata: {"boat":7}\n\n');
  });

  test('loses a reader who does not read, not memory', async () => {
    const reader = ask('GET').pause();
    const stream = await opened.promise;
    const lost = new Promise<void>((resolve) => stream.onClose(resolve));
    const event = { event: 'arrived', data: 'x'.repeat(60_000) };
    const sending = setInterval(() => stream.send(event), 1);
    await lost;
    clearInterval(sending);
    reader.destroy();
  });

  test('ends with the token it was opened by', async () => {
    until = Date.now() + 50;
    expect(await text(ask('GET'))).toMatch(/^HTTP\/1.1 200 OK/);
  });

  test('answers HEAD by its head alone', async () => {
    const answer = await text(ask('HEAD'));
    expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*content-type: text\/event-stream/);
  });

  test('tells when the reader is gone', async () => {
    const reader = ask('GET');
    const gone = opened.promise.then((stream) => new Promise<void>((resolve) => stream.onClose(resolve)));
    await once(reader, 'data');
    reader.destroy();
    await gone;
  });
});
