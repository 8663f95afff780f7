import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchTool, runClient } from '@quayside/backing-services';
import { parseAllDocuments } from 'yaml';
import type { Resource } from './resource.ts';

/** Old enough for the Go of Debian 12; the overlays are built alike by every version since. */
const module = 'sigs.k8s.io/kustomize/kustomize/v5@v5.0.3';

export type Render = (folder: string) => Promise<Resource[]>;

const run = async (command: string, args: readonly string[]) =>
  (await promisify(execFile)(command, args, { timeout: 60_000, maxBuffer: 64 * 1024 * 1024 })).stdout;

const works = (command: string, args: readonly string[]) =>
  run(command, args).then(
    () => true,
    () => false,
  );

/** kustomize itself, built once from its Go module. */
const buildKustomize = async (toolsDir: string): Promise<string> => {
  const folder = await fetchTool(toolsDir, 'kustomize-5.0.3', async (into) => {
    await runClient('env', [`GOBIN=${into}`, 'CGO_ENABLED=0', 'go', 'install', module], into);
  });
  return join(folder, 'kustomize');
};

/**
 * Finds something that builds kustomizations: kubectl, kustomize, or Go to make kustomize with.
 *
 * @throws Error that says what to install
 */
export const findRenderer = async (toolsDir: string): Promise<Render> => {
  const choose = async (): Promise<[string, string]> => {
    if (await works('kubectl', ['kustomize', '--help'])) return ['kubectl', 'kustomize'];
    if (await works('kustomize', ['version'])) return ['kustomize', 'build'];
    if (await works('go', ['version'])) return [await buildKustomize(toolsDir), 'build'];
    throw new Error('nothing here builds kustomizations: install kubectl, kustomize or Go');
  };
  const [command, verb] = await choose();
  return async (folder) => parseResources(await run(command, [verb, folder]));
};

/** @throws Error with the place of what is not YAML. */
export const parseResources = (yaml: string): Resource[] =>
  parseAllDocuments(yaml)
    .map((document) => {
      const [error] = document.errors;
      if (error) throw error;
      return document.toJS() as Resource | null;
    })
    .filter((resource) => resource !== null);
