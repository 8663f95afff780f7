import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testMongo, type TestMongo } from '@quayside/testkit';
import { initiateReplicaSet } from '../src/initiate-replica-set.ts';

let mongo: TestMongo;
beforeAll(async () => void (mongo = await testMongo()));
afterAll(() => mongo.drop());

test('leaves a replica set that is there already as it is', async () => {
  const version = async () =>
    (await mongo.client.db('admin').command({ replSetGetConfig: 1 }))['config'].version as number;
  const before = await version();
  await expect(initiateReplicaSet(mongo.url)).resolves.toBe(false);
  await expect(version()).resolves.toBe(before);
});

test.each(['mongodb://a:27017/ordering', 'mongodb://a:27017,b:27017/ordering?replicaSet=rs0'])(
  'refuses %s, which is not one server of a named set',
  async (url) => {
    await expect(initiateReplicaSet(url)).rejects.toThrow('one host and a replicaSet');
  },
);
