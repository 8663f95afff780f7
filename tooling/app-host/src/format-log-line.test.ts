import { expect, test } from '@jest/globals';

import { formatLogLine } from './format-log-line.ts';

const plain = { colour: false, nameColour: 'cyan', nameWidth: 8 } as const;
const now = new Date('2026-01-02T03:04:05.006Z');

test('turns a JSON line into time, name, level, message, fields and a short trace id', () => {
  const line = JSON.stringify({
    level: 'info',
    time: '2026-01-02T10:00:00.250Z',
    service: 'catalog',
    msg: 'item changed',
    itemId: 7,
    traceId: '0af7651916cd43dd8448eb211c80319c',
  });
  expect(formatLogLine('catalog', line, plain)).toBe(
    '10:00:00.250 catalog  INFO  item changed itemId=7 [0af76519]',
  );
});

test('knows the numbers of pino', () => {
  expect(formatLogLine('catalog', '{"level":50,"time":0,"msg":"no"}', plain)).toContain(' ERROR no');
});

test('shows an error with its stack, indented', () => {
  const line = JSON.stringify({ level: 'error', time: 0, msg: 'no', err: { stack: 'Error: x\nat y' } });
  expect(formatLogLine('catalog', line, plain)).toMatch(/no\n {4}Error: x\n {4}at y$/);
});

test('shows of an error somebody expected, at warn and below, what it says and no stack', () => {
  const err = { message: 'connect ECONNREFUSED\n127.0.0.1:5432', stack: 'Error: connect ECONNREFUSED\nat x' };
  const line = JSON.stringify({ level: 'warn', time: 0, msg: 'retrying', attempt: 2, err });
  expect(formatLogLine('catalog', line, plain)).toMatch(
    /WARN {2}retrying attempt=2: connect ECONNREFUSED 127\.0\.0\.1:5432$/,
  );
});

test.each(['plain text', '{ not json', '{"json":"without a level"}'])('leaves %j as it is', (line) => {
  expect(formatLogLine('web', line, plain, now)).toBe(`03:04:05.006 web            ${line}`);
});

test('paints name and level', () => {
  const painted = formatLogLine('web', '{"level":"warn","msg":"m"}', { ...plain, colour: true }, now);
  expect(painted).toContain('\u001b[36mweb     \u001b[39m');
  expect(painted).toContain('\u001b[33mWARN \u001b[39m');
});
