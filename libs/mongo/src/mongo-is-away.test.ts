import { expect, test } from '@jest/globals';
import { MongoClient, MongoServerError } from 'mongodb';
import { mongoIsAway } from './mongo-is-away.ts';

test('what the driver throws at a dead server', async () => {
  const mongo = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 });
  const failure = await mongo
    .db('x')
    .collection('y')
    .findOne({})
    .catch((error: unknown) => error);
  expect(mongoIsAway(failure)).toBe(true);
  await mongo.close();
});

const retryable = new MongoServerError({ message: 'x', code: 11, errorLabels: ['RetryableWriteError'] });

test.each<[string, unknown, boolean]>([
  ['a primary that stepped down', new MongoServerError({ message: 'x', code: 10107 }), true],
  ['a query that took too long', new MongoServerError({ message: 'x', code: 50 }), true],
  ['what the driver would write again', retryable, true],
  ['one wrapped by another', new Error('could not load', { cause: retryable }), true],
  ['a key that is there twice', new MongoServerError({ message: 'x', code: 11000 }), false],
  ['a bug', new TypeError('x is undefined'), false],
])('%s', (_what, error, expected) => {
  expect(mongoIsAway(error)).toBe(expected);
});
