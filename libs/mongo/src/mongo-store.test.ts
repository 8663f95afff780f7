import { expect, test } from '@jest/globals';
import { mongoConfig } from './mongo-store.ts';

const mongodbUrl = mongoConfig.MONGODB_URL;

test.each([
  'mongodb://127.0.0.1:27017/ordering?replicaSet=rs0',
  'mongodb://ordering:word@a:27017,b:27017,c:27017/ordering?replicaSet=rs0&tls=true',
  'mongodb+srv://ordering:word@cluster.example.com/ordering',
])('takes %s', (url) => {
  expect(mongodbUrl.parse(url)).toBe(url);
});

test.each([
  'mongodb://a:27017',
  'mongodb://a:27017/?replicaSet=rs0',
  'http://a/ordering',
  'mongodb:///ordering',
])('refuses %s: it names no server, or no database', (url) => {
  expect(mongodbUrl.safeParse(url).success).toBe(false);
});
