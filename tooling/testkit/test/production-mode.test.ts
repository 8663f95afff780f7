import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const filesLike = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((path) => statSync(join(root, path)).isFile());
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const linesLike = (paths: readonly string[], pattern: RegExp) =>
  paths.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );

describe('what is deployed', () => {
  test('runs in production mode, with no port for a debugger and no lines for developers', () => {
    expect(read('Dockerfile')).toMatch(/^ENV [^]*?\bNODE_ENV=production\b/m);
    const deployed = [...filesLike('deploy/k8s/**/*.yaml'), 'Dockerfile'];
    const debugging = /--inspect|--watch|NODE_ENV\W+(dev|test)|LOG_LEVEL\W+(debug|trace)|\bDEBUG\b/;
    expect(deployed.length).toBeGreaterThan(20);
    expect(linesLike(deployed, debugging)).toEqual([]);
  });
});

describe('pages', () => {
  test('need no plugin and nothing that browsers have given up', () => {
    const pages = filesLike('{apps,services}/*/{src,assets}/**/*.{ts,tsx,js}');
    const given =
      /<(embed|applet|frameset|marquee|keygen)[\s>]|<object\s+\w+=|\.swf\b|application\/x-(shockwave|java)|document\.write\(|ActiveXObject|openDatabase\(/;
    expect(pages.length).toBeGreaterThan(500);
    expect(linesLike(pages, given)).toEqual([]);
  });
});
