import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { theStack } from '../src/stack.ts';

const { origin } = theStack();

/** Not by `fetch`, which takes the compression off and asks for it unasked. */
const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const sent = request(new URL(path, origin), { method, headers }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
};

const files: Record<'script' | 'style', string> = { script: '', style: '' };
beforeAll(async () => {
  const html = (await ask('/')).body.toString();
  files.script = /\ssrc="(\/_next\/static\/[^"]+\.js[^"]*)"/.exec(html)?.[1] ?? '';
  files.style = /\shref="(\/_next\/static\/[^"]+\.css[^"]*)"/.exec(html)?.[1] ?? '';
});

describe.each([
  ['script', /^(application|text)\/javascript/],
  ['style', /^text\/css/],
] as const)('a %s', (kind, type) => {
  test('comes in the form that a browser takes, each the same file under a tag of its own', async () => {
    const forms = {
      plain: await ask(files[kind]),
      br: await ask(files[kind], { 'accept-encoding': 'gzip, deflate, br, zstd' }),
      gzip: await ask(files[kind], { 'accept-encoding': 'gzip, br;q=0' }),
    };
    for (const { status, headers } of Object.values(forms)) {
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(type);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
    }
    const labels = Object.values(forms).map(({ headers }) => headers['content-encoding']);
    expect(labels).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(forms.br.body).equals(forms.plain.body)).toBe(true);
    expect(gunzipSync(forms.gzip.body).equals(forms.plain.body)).toBe(true);
    expect(forms.br.body.length).toBeLessThan(forms.gzip.body.length);
    expect(new Set(Object.values(forms).map(({ headers }) => headers.etag)).size).toBe(3);
  });

  test('is not sent again to who has it, and HEAD tells its size', async () => {
    const asked = { 'accept-encoding': 'br' };
    const { headers, body } = await ask(files[kind], asked);
    const again = await ask(files[kind], { ...asked, 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await ask(files[kind], asked, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-encoding']).toBe('br');
    expect(head.headers['content-length']).toBe(String(body.length));
  });

  test('comes in parts of the form that was asked for', async () => {
    const asked = { 'accept-encoding': 'br' };
    const whole = await ask(files[kind], asked);
    const part = await ask(files[kind], { ...asked, range: 'bytes=10-19' });
    expect([part.status, part.headers['content-encoding']]).toEqual([206, 'br']);
    expect(part.headers['content-range']).toBe(`bytes 10-19/${whole.body.length}`);
    expect(part.body.equals(whole.body.subarray(10, 20))).toBe(true);
  });
});

test.each(['script', 'style'] as const)(
  'a %s has no other parts than it has, and no other methods',
  async (kind) => {
    for (const headers of [{}, { 'accept-encoding': 'br' }]) {
      const { length } = (await ask(files[kind], headers)).body;
      const beyond = { ...headers, range: `bytes=${length}-` };
      for (const method of ['GET', 'HEAD']) {
        const none = await ask(files[kind], beyond, method);
        expect([none.status, none.headers['content-range']]).toEqual([416, `bytes */${length}`]);
        expect(none.headers['cache-control']).toContain('no-store');
      }
      for (const method of ['DELETE', 'POST', 'PUT', 'OPTIONS']) {
        const refused = await ask(files[kind], headers, method);
        expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD']);
      }
    }
  },
);

test('what is not there, or not to be had so, is not said to be compressed', async () => {
  const ways: [path: string, headers: Record<string, string>, method?: string][] = [
    ['/_next/static/chunks/nothing.js', {}],
    [files.script, { range: 'bytes=99999999-' }],
    [files.script, { 'x-csrf': '1', 'sec-fetch-site': 'same-origin' }, 'DELETE'],
  ];
  for (const [path, headers, method] of ways) {
    const plain = await ask(path, headers, method);
    const { status, headers: told } = await ask(path, { ...headers, 'accept-encoding': 'br' }, method);
    expect(status).toBe(plain.status);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(told['content-encoding']).toBeUndefined();
  }
});

test('a page is compressed when it is made', async () => {
  const { headers, body } = await ask('/', { 'accept-encoding': 'gzip, br' });
  expect([headers['content-encoding'], gunzipSync(body).includes('<html')]).toEqual(['gzip', true]);
});
