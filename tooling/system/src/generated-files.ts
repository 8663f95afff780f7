import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationOf } from './commands.ts';
import { debugConfigurations } from './debug-configurations.ts';
import { environmentTable } from './environment-table.ts';
import { defaultCommandOf, imageTargets, jobsOf, pathOf } from './image-targets.ts';
import { images, type Image } from './images.ts';
import { aboutAutoscaling, autoscaler } from './kubernetes/autoscaling.ts';
import { demoComponent, demoDatabases } from './kubernetes/demo.ts';
import { aboutJobNames, jobName } from './kubernetes/job-names.ts';
import { insideCertificates, insideTlsComponent } from './kubernetes/inside-tls.ts';
import { manifest } from './kubernetes/manifest.ts';
import { formatted, withNotice, type GeneratedFile } from './generated-file.ts';
import { networkTable } from './network-table.ts';
import type { Process } from './process.ts';
import { processes } from './processes.ts';
import { insertRegion } from './region.ts';

const deployed: readonly Process[] = processes.filter(({ kind }) => kind !== 'stand-in');
const manifests = 'deploy/k8s';
const yaml = (path: string, text: string) => ({
  path: `${manifests}/${path}`,
  content: withNotice('#', text),
});

const kustomization = (kind: 'Kustomization' | 'Component', resources: readonly string[]) =>
  `apiVersion: kustomize.config.k8s.io/v1${kind === 'Component' ? 'alpha1' : 'beta1'}\nkind: ${kind}\n\nresources:\n${resources
    .map((name) => `  - ${name}`)
    .join('\n')}`;

const migrations = deployed.flatMap((process) => migrationOf(process) ?? []).map(({ name }) => name);
const jobNames = [aboutJobNames, ...new Set(migrations.map(jobName))].join('\n');

const imageRow = (image: Image): string => {
  const code = (text: string) => `\`${text}\``;
  const others = [...image.processes.slice(1).flatMap(({ entry }) => entry ?? []), ...jobsOf(image)].map(
    (entry) => code(pathOf(entry)),
  );
  const cache = image.processes[0]?.cache?.path;
  return `| ${[code(image.name), code(defaultCommandOf(image)), others.join(', '), cache ? code(cache) : ''].join(' | ')} |`;
};
const imageTable = (): string =>
  [
    '| image | process | jobs and other processes | writes to |',
    '| --- | --- | --- | --- |',
    ...images.map(imageRow),
  ].join('\n');

/** Every file, or marked region of one, that follows from the list of processes and from their schemas. */
export const generatedFiles = async (root: string): Promise<GeneratedFile[]> => {
  const region = async (path: string, name: string, text: string) => ({
    path,
    content: insertRegion(await readFile(join(root, path), 'utf8'), { path, name, text }),
  });
  const files = [
    yaml(
      'base/processes/kustomization.yaml',
      kustomization(
        'Kustomization',
        deployed.map(({ name }) => `${name}.yaml`),
      ),
    ),
    ...deployed.map((process) => yaml(`base/processes/${process.name}.yaml`, manifest(process))),
    yaml('components/autoscaling/kustomization.yaml', kustomization('Component', ['autoscaling.yaml'])),
    yaml(
      'components/autoscaling/autoscaling.yaml',
      `${aboutAutoscaling}\n${deployed.map(autoscaler).join('\n---\n')}`,
    ),
    yaml('components/inside-tls/kustomization.yaml', insideTlsComponent(deployed)),
    yaml('components/inside-tls/certificates.yaml', insideCertificates(deployed)),
    yaml('overlays/demo/job-names.yaml', jobNames),
    yaml('overlays/production/job-names.yaml', jobNames),
    yaml(
      'overlays/demo/processes/kustomization.yaml',
      demoComponent(
        deployed,
        images.map(({ name }) => name),
      ),
    ),
    {
      path: `${manifests}/overlays/demo/processes/databases.sql`,
      content: withNotice('--', demoDatabases(deployed)),
    },
    { path: '.vscode/launch.json', content: withNotice('//', debugConfigurations(processes)) },
    await region('Dockerfile', 'images', imageTargets()),
    await region('docs/images.md', 'images', imageTable()),
    await region('docs/operations.md', 'network', networkTable()),
    await region('docs/environment.md', 'environment', await environmentTable(root)),
  ];
  return Promise.all(files.map((file) => formatted(root, file)));
};
