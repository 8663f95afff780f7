import { expect, test } from '@jest/globals';
import { breakingChanges } from './breaking-changes.ts';
import { eventSchemas } from './event-schemas.ts';
import { releasedSchemas } from './released-schemas.ts';

const current = eventSchemas();
const released = await releasedSchemas();

test.each([...released.keys()])('%s has only gained optional fields since its release', (type) => {
  const schema = current.get(type);
  expect(schema ? breakingChanges(released.get(type) ?? {}, schema) : ['the type is gone']).toEqual([]);
});

test('what is published is recorded as released: else run `npx pnpm exec node libs/contracts/release/release.ts`', () => {
  const unrecorded = [...current].filter(([type, schema]) => {
    return JSON.stringify(released.get(type)) !== JSON.stringify(schema);
  });
  expect(unrecorded.map(([type]) => type)).toEqual([]);
});
