import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { containerSchema } from './process-schema.ts';

const root = join(import.meta.dirname, '../../..');
const read = async (image: string, ...command: string[]) =>
  Object.keys((await containerSchema(root, { name: 'app', image, command }))?.shape ?? {});

test.each([
  ['quayside/gateway:dev', [], 'MANAGEMENT_PORT'],
  ['quayside/payment-sandbox:dev', [], 'SLOW_CHARGE_MS'],
  ['quayside/storefront:dev', [], 'PAYMENT_ORIGIN'],
  ['registry.example.com/quayside/ordering:0.1.0', ['node', 'dist/worker.js'], 'GRACE_PERIOD_SECONDS'],
  ['quayside/ordering:dev', ['node', 'dist/api.js'], 'TOKEN_ISSUER'],
  ['quayside/catalog:dev', ['node', 'dist/migrate.js'], 'SEED_DEMO_DATA'],
])('%s %j reads %s and its like', async (image, command, variable) => {
  await expect(read(image, ...command)).resolves.toContain(variable);
});

test('leaves the images of others alone', async () => {
  await expect(
    containerSchema(root, { name: 'app', image: 'docker.io/library/redis:7' }),
  ).resolves.toBeUndefined();
});

test('refuses one of ours that runs what does not exist', async () => {
  await expect(read('quayside/catalog:dev', 'node', 'dist/migrat.js')).rejects.toThrow('runs migrat');
});
