import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = ['*.md', '{docs,deploy,apps,services,libs,tooling}/**/*.md'].flatMap((pattern) =>
  globSync(pattern, { cwd: root, exclude: ['**/node_modules/**', '**/.next/**'] }),
);

/** What GitHub makes of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*_]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (path: string): Set<string> =>
  new Set(Array.from(read(path).matchAll(/^#+ (.*)$/gm), ([, heading = '']) => anchorOf(heading)));

const leadsNowhere = (from: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#', 2);
  const target = path === '' ? from : normalize(join(dirname(from), path));
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor);
};

test.each(documents)('what %s links to is there', (document) => {
  const links = Array.from(read(document).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link);
  expect(links.filter((link) => !/^[a-z]+:/.test(link) && leadsNowhere(document, link))).toEqual([]);
});
