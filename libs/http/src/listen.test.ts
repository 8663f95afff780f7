import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { listen, type Listening } from './listen.ts';

const address = { host: '127.0.0.1', port: 0 };

describe('listen', () => {
  test('stops once the answers under way are out, although clients keep their connections', async () => {
    const begun = Promise.withResolvers<() => void>();
    const listening = await listen((_req, res) => begun.resolve(() => res.end('done')), address);
    const agent = new Agent({ keepAlive: true });
    const answered = new Promise<string>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: listening.port, agent }, (answer) => {
        answer.setEncoding('utf8').on('data', resolve);
      });
      sent.on('error', reject).end();
    });
    const finish = await begun.promise;
    const closed = listening.close();
    finish();
    expect(await answered).toBe('done');
    await closed;
    agent.destroy();
    expect(listening.server.listening).toBe(false);
  }, 4000);
});

describe('what is no whole request', () => {
  let listening: Listening;
  afterEach(() => listening.close());

  /** All the server says until it ends the connection. */
  const answerTo = (bytes: string): Promise<string> => {
    const socket = connect(listening.port, address.host);
    socket.write(bytes);
    return text(socket);
  };

  test.each([
    ['a broken head', 'GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n', 400, 'malformed-request'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'malformed-request',
    ],
    ['a head too large', `GET / HTTP/1.1\r\nHost: a\r\nA: ${'a'.repeat(20_000)}`, 431, 'headers-too-large'],
  ])('%s is a problem and the end of the connection', async (_what, bytes, status, code) => {
    listening = await listen((_req, res) => void res.end(), address);
    const [head = '', body = ''] = (await answerTo(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('application/problem+json');
    expect(head).toContain('connection: close');
    expect(JSON.parse(body)).toMatchObject({ status, code, type: `urn:quayside:problem:${code}` });
  });

  test('a head too large is a page where a person was to read one', async () => {
    listening = await listen((_req, res) => void res.end(), {
      ...address,
      page: ({ title }) => `<p>${title}`,
    });
    const cookies = `Cookie: a=${'a'.repeat(20_000)}`;
    const page = await answerTo(`GET / HTTP/1.1\r\nHost: a\r\nSec-Fetch-Mode: navigate\r\n${cookies}`);
    expect(page).toMatch(/^HTTP\/1.1 431 /);
    expect(page).toContain('content-type: text/html; charset=utf-8');
    expect(page).toMatch(/<p>The headers are too large$/);
    const problem = await answerTo(`GET / HTTP/1.1\r\nHost: a\r\nSec-Fetch-Mode: cors\r\n${cookies}`);
    expect(problem).toContain('application/problem+json');
  });

  test('a body that does not come is 408, once its time is over', async () => {
    listening = await listen((req) => void req.resume(), { ...address, requestTimeoutMs: 100 });
    const answer = await answerTo('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab');
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"code":"request-timeout"');
  });

  test('nothing is added to an answer that has begun', async () => {
    listening = await listen((_req, res) => void res.writeHead(200).write('so far'), {
      ...address,
      requestTimeoutMs: 100,
    });
    const answer = await answerTo('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab');
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toMatch(/so far\r\n$/);
  });
});
