import { expect, test } from '@jest/globals';
import { insertRegion } from './region.ts';

const region = { path: 'docs/a.md', name: 'table', text: 'new' };

test('only what stands between the marks is replaced', () => {
  const file = 'by hand\n<!-- generated table: by x -->\nold\n<!-- end of generated table -->\nby hand\n';
  expect(insertRegion(file, region)).toBe(file.replace('old', 'new'));
});

test('a file without the marks is refused by its name', () => {
  expect(() => insertRegion('by hand\n', region)).toThrow('docs/a.md has no place for generated table');
});
