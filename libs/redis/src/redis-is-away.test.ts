import { expect, test } from '@jest/globals';
import { Redis, ReplyError } from 'ioredis';
import { redisIsAway } from './redis-is-away.ts';

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

test('what the driver throws at a dead server', async () => {
  const redis = new Redis({
    host: '127.0.0.1',
    port: 1,
    lazyConnect: true,
    enableOfflineQueue: false,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  expect(redisIsAway(await failureOf(redis.connect()))).toBe(true);
  expect(redisIsAway(await failureOf(redis.get('key')))).toBe(true);
});

test('what the driver throws when it has tried often enough', async () => {
  const redis = new Redis({
    host: '127.0.0.1',
    port: 1,
    maxRetriesPerRequest: 1,
    retryStrategy: (attempt) => (attempt > 2 ? null : 1),
  });
  redis.on('error', () => undefined);
  expect(redisIsAway(await failureOf(redis.get('key')))).toBe(true);
});

/** How Redis 6 hands on what a command of a script was answered; later ones say it plainly. */
const inScript = 'ERR Error running script (call to f_4acc1a4e): @user_script:4: @user_script: 4:';

test.each<[string, unknown, boolean]>([
  ['whose disk is full', new ReplyError('MISCONF Errors writing to the AOF file'), true],
  ['whose memory is full', new ReplyError("OOM command not allowed when used memory > 'maxmemory'."), true],
  ['without its replicas', new ReplyError('NOREPLICAS Not enough good replicas to write.'), true],
  ['that loads its data', new ReplyError('LOADING Redis is loading the dataset in memory'), true],
  ['whose memory is full, met by a script', new ReplyError(`${inScript} -OOM command not allowed`), true],
  ['that became a replica, met by a script', new ReplyError(`${inScript} -READONLY You`), true],
  ['that does not answer', new Error('Command timed out'), true],
  ['wrapped by another error', new Error('x', { cause: new Error('Connection is closed.') }), true],
  ['that met a fault in a script', new ReplyError(`${inScript} WRONGTYPE Operation against a key`), false],
  ['that is not to blame for a bug', new TypeError('x is undefined'), false],
])('a Redis %s', (_what, error, expected) => {
  expect(redisIsAway(error)).toBe(expected);
});
