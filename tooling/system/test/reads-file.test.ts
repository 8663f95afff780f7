import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readsFile } from '../src/reads-file.ts';

test('a variable that must be given, and that nothing fills in, is told with the place to say it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'quayside-reads-'));
  try {
    const folder = join(root, 'apps/payment-sandbox/src/main');
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'config.ts'),
      `const required = { safeParse: () => ({ success: false }) };
       export const sandboxConfig = { shape: { PORT: required, LEDGER_URL: required } };`,
    );
    await expect(readsFile(root)).rejects.toThrow(
      'payment-sandbox needs LEDGER_URL: say in tooling/system/src/wiring.ts where it comes from',
    );
  } finally {
    await rm(root, { recursive: true });
  }
});
