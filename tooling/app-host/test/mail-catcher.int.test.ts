import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pickFreePorts } from '@quayside/backing-services';
import { waitUntil } from '@quayside/testkit';

import { commandFor } from '../src/commands.ts';
import type { ProcessContext } from '../src/hosted-process.ts';

let catcher: ChildProcess;
let folder: string;
let ports: { smtp: number; mail: number };

const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port: ports.mail, method, path, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

/** One mail by SMTP, word for word. */
const mail = async () => {
  const socket = connect(ports.smtp, '127.0.0.1');
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const say = async (line: string) => {
    socket.write(`${line}\r\n`);
    await answers.next();
  };
  await answers.next();
  await say('HELO test');
  await say('MAIL FROM:<crew@quayside.test>');
  await say('RCPT TO:<ada@quayside.test>');
  await say('DATA');
  await say('Subject: Your order\r\n\r\nIt is on its way\r\n.');
  socket.end();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-mail-'));
  const [smtp = 0, web = 0] = await pickFreePorts(2);
  ports = { smtp, mail: web };
  const context = { ports, dataFolder: folder } as unknown as ProcessContext;
  const args = commandFor({ kind: 'stand-in', name: 'mail', folder: 'tooling/app-host' })(context);
  catcher = spawn(process.execPath, args, { stdio: 'ignore' });
  const isUp = () =>
    send('GET', '/api/healthz').then(
      ({ status }) => status === 200,
      () => false,
    );
  await waitUntil(isUp, { describe: 'the mail catcher', timeoutMs: 20_000 });
  await mail();
});
afterAll(async () => {
  const ended = once(catcher, 'exit');
  catcher.kill();
  await ended;
  await rm(folder, { recursive: true, force: true });
});

const mails = async () => (await send('GET', '/api/email')).body;

test('programs and its own page read mails', async () => {
  await waitUntil(async () => (await mails()).includes('Your order'), { describe: 'the mail' });
  for (const site of ['none', 'same-origin'])
    expect((await send('GET', '/api/email', { 'sec-fetch-site': site })).status).toBe(200);
});

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a name that was made to resolve to this machine', { host: 'evil.example' }],
])('a page of %s neither reads nor deletes them', async (_whose, headers) => {
  const read = await send('GET', '/api/email', headers);
  expect([read.status, read.body.includes('Your order')]).toEqual([403, false]);
  expect((await send('DELETE', '/api/email/all', headers)).status).toBe(403);
  expect(await mails()).toContain('Your order');
});
