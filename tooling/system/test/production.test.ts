import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ownerOf } from '../src/commands.ts';
import type { Process } from '../src/process.ts';
import { processes } from '../src/processes.ts';
import { reads } from '../src/reads.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { entriesOf } = (await import(join(root, 'tooling/images/entries.mjs'))) as {
  entriesOf: (folder: string) => string[];
};
const ours: readonly Process[] = processes.filter(({ kind }: Process) => kind !== 'stand-in');
const [, after = ''] = read('docs/security-rules.md').split('\n## What production does not have\n');
const [section = ''] = after.split('\n## ');

test('images hold the processes and the jobs of the system, and nothing that measures or tests', () => {
  const folders = new Map(
    ours.filter(({ kind }) => kind !== 'pages').map((process) => [process.folder, process]),
  );
  const held = [...folders].flatMap(([folder, process]) =>
    entriesOf(join(root, folder)).map((path) => {
      const entry = basename(path, '.ts');
      const owner = process.kind === 'edge' ? process.name : ownerOf(process);
      return entry === owner ? owner : `${owner}-${entry}`;
    }),
  );
  const known = Object.keys(reads).filter((name) => !['payment-sandbox', 'storefront'].includes(name));
  expect(held.sort()).toEqual(known.sort());
});

test('production runs nothing that stands in for somebody else, and no store of the demo', () => {
  const overlay = read('deploy/k8s/overlays/production/kustomization.yaml');
  // Those too that whoever runs the shop may take in.
  const components = [...overlay.matchAll(/components\/([\w-]+)$/gm)].map(([, name]) => name);
  expect(components.length).toBeGreaterThan(3);
  const places = ['base', 'overlays/production', ...components.map((name) => `components/${name}`)];
  const manifests = places.flatMap((place) => globSync(`deploy/k8s/${place}/**/*.yaml`, { cwd: root }));
  expect(manifests.length).toBeGreaterThan(15);
  const images = manifests.flatMap((path) =>
    [...read(path).matchAll(/\bimage: (\S+)/g)].map(([, image = '']) => image.replace('quayside/', '')),
  );
  expect([...new Set(images)].sort()).toEqual([...new Set(ours.map(({ image }) => image))].sort());
  for (const path of manifests)
    expect(read(path)).not.toMatch(/overlays\/demo|payment-sandbox|everything-here-is-public/);
});

test('docs/security-rules.md has every place where a process does something else outside of production', () => {
  const places = globSync('{apps/gateway,apps/storefront,services/*,libs/*}/src/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !/\.test\.tsx?$|^libs\/testkit\//.test(path))
    .filter((path) => /\bNODE_ENV\b|\bisDevelopment\b|\bSEED_DEMO_DATA\b|\bdemoWord\b/.test(read(path)));
  const documented = [...section.matchAll(/`((?:apps|services|libs)\/[^`]+)`/g)].map(([, path]) => path);
  expect(places.sort()).toEqual([...new Set(documented)].sort());
});
