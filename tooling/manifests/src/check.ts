// Checks every overlay of deploy/k8s, and each component that no overlay uses on top of one that could; says each
// fault in a line and exits with 1 if there is one.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkResources } from './check-resources.ts';
import { findRenderer, parseResources } from './render.ts';
import { kubernetesSchemas } from './schemas.ts';
import { createValidator } from './validate.ts';

const root = join(import.meta.dirname, '../../..');
const home = join(root, '.quayside');
const manifests = 'deploy/k8s';

interface Variant {
  overlay: string;
  component?: string;
  inPlaceOf?: string;
}

const variants: readonly Variant[] = [
  { overlay: 'demo' },
  { overlay: 'demo', component: 'node-port' },
  { overlay: 'production' },
  { overlay: 'production', component: 'gateway-api', inPlaceOf: 'ingress' },
  { overlay: 'production', component: 'own-ca' },
  { overlay: 'production', component: 'picture-bucket' },
  { overlay: 'production', component: 'outside-providers' },
  { overlay: 'demo', component: 'inside-tls' },
  { overlay: 'production', component: 'inside-tls' },
];

/** A copy of everything, in which the overlay has the component: what its operator would write. */
const withComponent = async ({ overlay, component, inPlaceOf }: Variant): Promise<string> => {
  const folder = join(home, 'kustomize', `${overlay}-${component}`);
  await rm(folder, { recursive: true, force: true });
  await cp(join(root, manifests), folder, { recursive: true });
  const file = join(folder, 'overlays', overlay, 'kustomization.yaml');
  const kustomization = parse(await readFile(file, 'utf8')) as { components: string[] };
  const named = (name: string | undefined) => (each: string) => each.endsWith(`/${name}`);
  const others = kustomization.components.filter(
    (each) => !named(inPlaceOf)(each) && !named(component)(each),
  );
  const components = [...others, `../../components/${component}`];
  await writeFile(file, stringify({ ...kustomization, components }));
  return join(folder, 'overlays', overlay);
};

const say = (line: string) => process.stdout.write(`${line}\n`);

const toolsDir = join(home, 'tools');
const createCheck = async () => {
  const [render, validate] = await Promise.all([
    findRenderer(toolsDir),
    kubernetesSchemas(toolsDir).then(createValidator),
  ]);
  return async (variant: Variant) => {
    const { overlay, component } = variant;
    const folder = join(root, manifests, 'overlays', overlay);
    const homes = [folder, ...(component ? [join(root, manifests, 'components', component)] : [])];
    const examples = await Promise.all(
      homes.map((each) => readFile(join(each, 'secrets.example.yaml'), 'utf8').catch(() => '')),
    );
    const resources = await render(component ? await withComponent(variant) : folder);
    const faults = await checkResources(resources, {
      root,
      validate,
      elsewhere: examples.flatMap(parseResources),
    });
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
