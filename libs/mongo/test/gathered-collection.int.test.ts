import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { testMongo, type TestMongo } from '@quayside/testkit';
import type { Collection } from 'mongodb';
import { createGatheredCollection, type GatheredCollection } from '../src/index.ts';

interface Thing {
  _id: string;
  version: number;
}

let mongo: TestMongo;
let things: Collection<Thing>;
let gathered: GatheredCollection<Thing>;
beforeAll(async () => {
  mongo = await testMongo();
  things = mongo.db.collection<Thing>('things', { writeConcern: { w: 'majority' } });
  gathered = createGatheredCollection(things, { projection: {} });
});
afterAll(() => mongo.drop());
beforeEach(async () => {
  await things.deleteMany({});
});

const thing = (_id: string): Thing => ({ _id, version: 1 });
const raise = (_id: string, version = 1) =>
  gathered.update({ filter: { _id, version }, update: { $inc: { version: 1 } } });

test('inserts of one moment are all made but for those whose id is taken', async () => {
  await gathered.insert(thing('b'));
  expect(await Promise.all(['a', 'b', 'c', 'c'].map((id) => gathered.insert(thing(id))))).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(await things.countDocuments()).toBe(3);
});

test('reads of one moment each get their own document, or none', async () => {
  await Promise.all(['a', 'b'].map((id) => gathered.insert(thing(id))));
  expect(await Promise.all(['b', 'x', 'a', 'b'].map(gathered.find))).toEqual([
    thing('b'),
    undefined,
    thing('a'),
    thing('b'),
  ]);
});

test('a lone update says whether it matched', async () => {
  await gathered.insert(thing('a'));
  expect(await raise('a')).toBe('matched');
  expect(await raise('a')).toBe('missed');
});

test('of updates of one moment every one is known to have matched, or none', async () => {
  await Promise.all(['a', 'b'].map((id) => gathered.insert(thing(id))));
  expect(await Promise.all([raise('a'), raise('b')])).toEqual(['matched', 'matched']);
  expect(await Promise.all([raise('a', 2), raise('b', 1)])).toEqual(['unknown', 'unknown']);
  expect(await things.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'a', version: 3 },
    { _id: 'b', version: 2 },
  ]);
});
