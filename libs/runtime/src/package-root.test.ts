import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { packageRoot } from './package-root.ts';

test('finds the folder of the package from any depth, and from where nothing is built yet', () => {
  const root = join(import.meta.dirname, '..');
  expect(packageRoot(root)).toBe(root);
  expect(packageRoot(import.meta.dirname)).toBe(root);
  expect(packageRoot(join(root, 'dist/not/there'))).toBe(root);
});
