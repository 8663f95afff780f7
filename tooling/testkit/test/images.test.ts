import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const load = (name: string) => import(join(root, 'tooling/images', name));
const { readArguments } = await load('arguments.mjs');
const { bundledPackages, distinct, installedPackages, productionPackages } = await load('packages.mjs');
const { bill, debianPackages } = await load('sbom.mjs');
const { table } = await load('table.mjs');

const known = ['gateway', 'catalog', 'ordering'];

test('without names all are built, tagged by the commit', () => {
  expect(readArguments([], known)).toEqual({ repository: 'quayside', images: known, engineArguments: [] });
});

test('names choose images in their usual order; what follows -- goes to the engine', () => {
  const argv = ['ordering', '--tag', '1.2', 'gateway', '--load', 'kind load', '--', '--network', 'host'];
  expect(readArguments(argv, known)).toEqual({
    repository: 'quayside',
    tag: '1.2',
    load: 'kind load',
    images: ['gateway', 'ordering'],
    engineArguments: ['--network', 'host'],
  });
});

test('an unknown image or option is refused with what there is', () => {
  expect(() => readArguments(['gatway'], known)).toThrow(/gatway\. There are gateway, catalog, ordering/);
  expect(() => readArguments(['--tags', 'x'], known)).toThrow(/--tags/);
});

test('a table has its numbers to the right', () => {
  expect(
    table([
      { image: 'quayside/a:1', size: '9.5 MB' },
      { image: 'quayside/long:1', size: '120.1 MB' },
    ]),
  ).toEqual(['image                size', 'quayside/a:1       9.5 MB', 'quayside/long:1  120.1 MB']);
});

test('a bundle is made of the packages whose files it took, each once, and none of them is ours', () => {
  const inputs = {
    'src/logger.ts': {},
    'node_modules/zod/index.js': {},
    'node_modules/zod/v4/core/core.js': {},
    'node_modules/@opentelemetry/api/build/src/index.js': {},
  };
  const found = bundledPackages({ outputs: { 'dist/a.js': { inputs } } }, join(root, 'libs/runtime'));
  expect(found).toEqual([
    { name: '@opentelemetry/api', version: expect.stringMatching(/^1\./), license: 'Apache-2.0' },
    { name: 'zod', version: expect.stringMatching(/^4\./), license: 'MIT' },
  ]);
});

test('two versions of one package are two packages', () => {
  const [a, b] = [
    { name: 'a', version: '2.0.0' },
    { name: 'a', version: '1.0.0' },
  ];
  expect(distinct([a, b, { ...a }])).toEqual([b, a]);
});

test('dependencies are followed through the packages of the workspace, without those for development', () => {
  const names = productionPackages(join(root, 'libs/http')).map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['express', 'pino', 'zod', 'body-parser']));
  expect(names).not.toContain('@quayside/runtime');
  expect(names).not.toContain('supertest');
});

test('a folder without node_modules holds no packages', () => {
  expect(installedPackages(join(root, 'docs'))).toEqual([]);
});

test('only what dpkg has installed is listed', () => {
  const status = [
    'Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nVersion: 2.36-9+deb12u10\n a line: of text',
    'Package: gone\nStatus: deinstall ok config-files\nArchitecture: amd64\nVersion: 1\n',
  ].join('\n\n');
  expect(debianPackages(status)).toEqual([
    { name: 'libc6', version: '2.36-9+deb12u10', architecture: 'amd64' },
  ]);
});

test('a bill of materials names each component by a package URL and its licence by kind', () => {
  const made = bill({
    image: 'catalog',
    version: '0.1.0',
    nodeVersion: '24.1.0',
    npm: [
      { name: '@scope/a', version: '1.0.0', license: 'MIT' },
      { name: 'b', version: '2.0.0', license: '(MIT OR Apache-2.0)' },
      { name: 'c', version: '3.0.0', license: 'SEE LICENSE IN LICENSE.md' },
    ],
    debian: [{ name: 'libstdc++6', version: '12.2.0-14', architecture: 'amd64' }],
  });
  expect(made).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  expect(made.metadata.component).toMatchObject({ type: 'container', name: 'quayside/catalog' });
  expect(made.components.map(({ purl }: { purl: string }) => purl)).toEqual([
    'pkg:generic/node@24.1.0',
    'pkg:npm/%40scope/a@1.0.0',
    'pkg:npm/b@2.0.0',
    'pkg:npm/c@3.0.0',
    'pkg:deb/debian/libstdc%2B%2B6@12.2.0-14?arch=amd64',
  ]);
  expect(made.components.slice(1, 4).map(({ licenses }: { licenses: unknown[] }) => licenses)).toEqual([
    [{ license: { id: 'MIT' } }],
    [{ expression: '(MIT OR Apache-2.0)' }],
    [{ license: { name: 'SEE LICENSE IN LICENSE.md' } }],
  ]);
});
