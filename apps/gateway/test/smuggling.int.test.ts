import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.basket.calls.length = 0;
  gateway.basket.answer = (_call, _req, res) => json(res, 200, {});
});

/** All that comes back for these bytes until the connection ends. */
const sent = (bytes: string): Promise<string> => {
  const socket = connect(Number(new URL(gateway.origin).port), 'localhost');
  socket.write(bytes, 'latin1');
  return text(socket);
};

const statuses = (answer: string): string[] =>
  Array.from(answer.matchAll(/^HTTP\/1\.1 (\d+)/gm), ([, status = '']) => status);

const hidden = 'GET /api/v1/basket?hidden=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
const inChunks = `5\r\nhello\r\n0\r\n\r\n${hidden}`;
const head = [
  'PUT /api/v1/basket/items/1 HTTP/1.1',
  'Host: localhost',
  'X-CSRF: 1',
  'Sec-Fetch-Site: same-origin',
];
const message = (lines: readonly string[], body: string): string =>
  `${[...head, ...lines].join('\r\n')}\r\n\r\n${body}`;

/** What a proxy and a service may see different ends in (RFC 9112, section 11.2). */
const doubtful: readonly (readonly [what: string, bytes: string])[] = [
  ['two ways to say how long it is', message(['Content-Length: 6', 'Transfer-Encoding: chunked'], inChunks)],
  [
    'the same two, the other way round',
    message(['Transfer-Encoding: chunked', 'Content-Length: 6'], inChunks),
  ],
  ['two lengths', message(['Content-Length: 5', 'Content-Length: 120'], `hello${hidden}`)],
  ['a list of lengths', message(['Content-Length: 5, 120'], `hello${hidden}`)],
  ['a length with a sign', message(['Content-Length: +5'], `hello${hidden}`)],
  ['a coding that nobody knows', message(['Transfer-Encoding: xchunked'], inChunks)],
  ['chunks that are not the last coding', message(['Transfer-Encoding: chunked, identity'], inChunks)],
  ['a blank before the colon', message(['Transfer-Encoding : chunked'], inChunks)],
  ['a control character before the coding', message(['Transfer-Encoding: \x0bchunked'], inChunks)],
  ['a header that goes on in the next line', message(['Transfer-Encoding:', ' chunked'], inChunks)],
  ['a zero in a header', message(['X-Note: a\0b'], '')],
  ['lines that end in line feeds', message([], '').replaceAll('\r\n', '\n') + hidden],
  [
    'a size of a chunk that is no number',
    message(['Transfer-Encoding: chunked'], `0x5\r\nhello\r\n0\r\n\r\n${hidden}`),
  ],
  [
    'a chunk longer than it says',
    message(['Transfer-Encoding: chunked'], `3\r\nhello\r\n0\r\n\r\n${hidden}`),
  ],
  [
    'a chunk whose extension ends in a line feed',
    message(['Transfer-Encoding: chunked'], `5;a\nhello\r\n0\r\n\r\n${hidden}`),
  ],
];

describe('a request whose end is doubtful', () => {
  test.each(doubtful)('%s: is refused, and what comes after it is not read', async (_what, bytes) => {
    expect(statuses(await sent(bytes))).toEqual(['400']);
    expect(gateway.basket.calls.filter(({ url }) => url.includes('hidden'))).toEqual([]);
  });
});

test('what looks like a request in a body is its body, whatever the method', async () => {
  const lines = [`Content-Length: ${hidden.length}`, 'Connection: close'];
  const [first = '', ...rest] = head;
  expect(first).toMatch(/^PUT/);
  const answer = await sent(
    `${['GET /api/v1/basket HTTP/1.1', ...rest, ...lines].join('\r\n')}\r\n\r\n${hidden}`,
  );
  expect(statuses(answer)).toEqual(['200']);
  expect(gateway.basket.calls.map(({ url, body }) => [url, body])).toEqual([['/api/v1/basket', hidden]]);
});

test('two requests on one connection are two, each with its own body', async () => {
  const first = message(['Content-Length: 14', 'Content-Type: application/json'], '{"quantity":1}');
  expect(statuses(await sent(first + hidden))).toHaveLength(2);
  // The services may be asked for both at once; the answers have their order.
  const calls = gateway.basket.calls.map(({ url, body }) => [url, body]).toSorted();
  expect(calls).toEqual([
    ['/api/v1/basket/items/1', '{"quantity":1}'],
    ['/api/v1/basket?hidden=1', ''],
  ]);
});
