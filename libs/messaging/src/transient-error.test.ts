import { expect, test } from '@jest/globals';
import { Redis, ReplyError } from 'ioredis';
import { MongoClient, MongoServerError } from 'mongodb';
import pg from 'pg';
import { isTransient, TransientError } from './transient-error.ts';

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('what the drivers throw at a dead server is transient', async () => {
  const port = 1;
  const pool = new pg.Pool({ host: '127.0.0.1', port });
  expect(isTransient(await failureOf(pool.query('SELECT 1')))).toBe(true);

  const redis = new Redis({
    host: '127.0.0.1',
    port,
    lazyConnect: true,
    enableOfflineQueue: false,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  expect(isTransient(await failureOf(redis.connect()))).toBe(true);
  expect(isTransient(await failureOf(redis.get('key')))).toBe(true);

  const mongo = new MongoClient(`mongodb://127.0.0.1:${port}`, { serverSelectionTimeoutMS: 50 });
  expect(isTransient(await failureOf(mongo.db('x').collection('y').findOne({})))).toBe(true);
  await mongo.close();
});

/** How Redis 6 hands on what a command of a script was answered; later ones say it plainly. */
const inScript = 'ERR Error running script (call to f_4acc1a4e): @user_script:4: @user_script: 4:';

test.each<[string, unknown, boolean]>([
  ['one marked so', new TransientError('payment is slow'), true],
  ['one wrapped by another', new Error('could not load', { cause: new TransientError('x') }), true],
  ['a serialization failure', Object.assign(new Error('x'), { code: '40001' }), true],
  ['a server that shuts down', Object.assign(new Error('x'), { code: '57P01' }), true],
  ['a statement that took too long', Object.assign(new Error('x'), { code: '57014' }), true],
  ['a server that became a standby', Object.assign(new Error('x'), { code: '25006' }), true],
  ['a transaction that was ended for idling', Object.assign(new Error('x'), { code: '25P03' }), true],
  ['a disk that cannot be read', Object.assign(new Error('x'), { code: '58030' }), true],
  ['a password that was changed', Object.assign(new Error('x'), { code: '28P01' }), true],
  ['a primary that stepped down', new MongoServerError({ message: 'x', code: 10107 }), true],
  ['a query that took too long', new MongoServerError({ message: 'x', code: 50 }), true],
  ['a key that is there twice', new MongoServerError({ message: 'x', code: 11000 }), false],
  ['a Redis whose disk is full', new ReplyError('MISCONF Errors writing to the AOF file'), true],
  [
    'a Redis whose memory is full',
    new ReplyError("OOM command not allowed when used memory > 'maxmemory'."),
    true,
  ],
  ['a Redis without its replicas', new ReplyError('NOREPLICAS Not enough good replicas to write.'), true],
  ['a Redis that loads its data', new ReplyError('LOADING Redis is loading the dataset in memory'), true],
  [
    'a Redis whose memory is full, met by a script',
    new ReplyError(`${inScript} -OOM command not allowed`),
    true,
  ],
  ['a Redis that became a replica, met by a script', new ReplyError(`${inScript} -READONLY You`), true],
  ['a fault in a script', new ReplyError(`${inScript} WRONGTYPE Operation against a key`), false],
  ['a cut connection', new Error('Connection terminated unexpectedly'), true],
  [
    'several refused addresses',
    new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    true,
  ],
  ['a broken constraint', Object.assign(new Error('x'), { code: '23505' }), false],
  ['a bug', new TypeError('x is undefined'), false],
  ['no error', 'ECONNREFUSED', false],
])('%s', (_what, error, expected) => {
  expect(isTransient(error)).toBe(expected);
});
