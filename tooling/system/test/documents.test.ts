import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ownerOf } from '../src/commands.ts';
import type { Process } from '../src/process.ts';
import { processes } from '../src/processes.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const ours: readonly Process[] = processes.filter(({ image }: Process) => image !== undefined);

test.each(ours.map((process) => [process.name, process] as const))(
  'the table of processes in the architecture has %s, its ports and its store',
  (_, process) => {
    const { folder, port, otherPorts, store } = process;
    const rows = read('docs/architecture.md')
      .split('\n')
      .filter((line) => line.startsWith(`| \`${folder}\``));
    const row = rows.find((line) => line.includes(String(port)));
    expect(row).toBeDefined();
    for (const other of Object.values(otherPorts)) expect(row).toContain(String(other));
    if (store && process.kind === 'service') {
      const product = { postgres: 'PostgreSQL', mongodb: 'MongoDB', redis: 'Redis' }[store];
      expect(row).toContain(product);
      if (store !== 'redis') expect(row).toContain(`\`${ownerOf(process)}\``);
    }
  },
);

test('production names a tag for each image that it runs', () => {
  const overlay = read('deploy/k8s/overlays/production/kustomization.yaml');
  for (const { image, kind } of ours) {
    if (kind !== 'stand-in') expect(overlay).toContain(`- { name: quayside/${image}, `);
  }
});
