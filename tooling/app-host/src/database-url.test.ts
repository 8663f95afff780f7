import { expect, test } from '@jest/globals';

import { databaseUrl } from './database-url.ts';

test.each([
  ['postgres://u:p@127.0.0.1:5432/postgres', 'postgres://u:p@127.0.0.1:5432/catalog'],
  ['postgres://u:p@db', 'postgres://u:p@db/catalog'],
  ['postgres://u:p@db/other?sslmode=require', 'postgres://u:p@db/catalog?sslmode=require'],
  ['mongodb://a:1,b:2/?replicaSet=rs0', 'mongodb://a:1,b:2/catalog?replicaSet=rs0'],
  ['mongodb+srv://cluster.example', 'mongodb+srv://cluster.example/catalog'],
])('puts the database into %s', (server, expected) => {
  expect(databaseUrl(server, 'catalog')).toBe(expected);
});
