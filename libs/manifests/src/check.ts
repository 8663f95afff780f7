// Checks every overlay of deploy/k8s; says each fault in a line and exits with 1 if there is one.
import { glob, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { checkResources } from './check-resources.ts';
import { findRenderer, parseResources } from './render.ts';
import { kubernetesSchemas } from './schemas.ts';
import { createValidator } from './validate.ts';

const root = join(import.meta.dirname, '../../..');
const manifests = join(root, 'deploy/k8s');
const toolsDir = join(root, '.quayside/tools');

const say = (line: string) => process.stdout.write(`${line}\n`);

const [render, validate] = await Promise.all([
  findRenderer(toolsDir),
  kubernetesSchemas(toolsDir).then(createValidator),
]);

for await (const file of glob('overlays/*/kustomization.yaml', { cwd: manifests })) {
  const folder = join(manifests, dirname(file));
  const example = await readFile(join(folder, 'secrets.example.yaml'), 'utf8').catch(() => '');
  const resources = await render(folder);
  const faults = await checkResources(resources, { root, validate, elsewhere: parseResources(example) });
  say(`${relative(root, folder)}: ${resources.length} objects, ${faults.length} faults`);
  for (const fault of faults) say(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
