// Checks every overlay of deploy/k8s, and each component that no overlay uses on top of one that could; says each
// fault in a line and exits with 1 if there is one.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkResources } from './check-resources.ts';
import { findRenderer, parseResources } from './render.ts';
import { kubernetesSchemas } from './schemas.ts';
import { createValidator } from './validate.ts';

const root = join(import.meta.dirname, '../../..');
const home = join(root, '.quayside');
const manifests = 'deploy/k8s';

const variants = [
  { overlay: 'demo' },
  { overlay: 'demo', component: 'node-port' },
  { overlay: 'production' },
  { overlay: 'production', component: 'gateway-api' },
];

/** A folder that puts the component on top of the overlay; kustomize takes no such thing as an argument. */
const combine = async (overlay: string, component: string): Promise<string> => {
  const folder = join(home, 'kustomize', `${overlay}-${component}`);
  const up = `../../../${manifests}`;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'kustomization.yaml'),
    `resources: [${up}/overlays/${overlay}]\ncomponents: [${up}/components/${component}]\n`,
  );
  return folder;
};

const say = (line: string) => process.stdout.write(`${line}\n`);

const toolsDir = join(home, 'tools');
const createCheck = async () => {
  const [render, validate] = await Promise.all([
    findRenderer(toolsDir),
    kubernetesSchemas(toolsDir).then(createValidator),
  ]);
  return async ({ overlay, component }: { overlay: string; component?: string }) => {
    const folder = join(root, manifests, 'overlays', overlay);
    const example = await readFile(join(folder, 'secrets.example.yaml'), 'utf8').catch(() => '');
    const resources = await render(component ? await combine(overlay, component) : folder);
    const faults = await checkResources(resources, { root, validate, elsewhere: parseResources(example) });
    const what = component ? `${overlay} with ${component}` : overlay;
    return { what, objects: resources.length, faults };
  };
};

try {
  const check = await createCheck();
  for (const { what, objects, faults } of await Promise.all(variants.map(check))) {
    say(`${what}: ${objects} objects, ${faults.length} faults`);
    for (const fault of faults) say(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
} catch (error) {
  say(`The manifests could not be checked: ${(error as Error).message}`);
  process.exitCode = 1;
}
