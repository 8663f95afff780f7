import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { jobOf, type Resource } from './job-of.ts';
import type { Ended, Execute } from './outcome.ts';

const pollMs = 1000;
/** What would open the shop, or would run by itself. */
const heldBack = new Set(['Deployment', 'HorizontalPodAutoscaler', 'Job']);

const kubectl = async (program: string, args: readonly string[], input = ''): Promise<string> => {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`kubectl ${args.slice(0, 3).join(' ')} ended with code ${code}`);
  return output;
};

/**
 * Runs steps as Jobs, each in a pod as the overlay's Deployment of its service would have; applies what such pods need
 * of the overlay, and nothing that opens the shop.
 */
export const executeInCluster = async (
  overlay: string,
  { program, settings }: { program: string; settings: Readonly<Record<string, string>> },
): Promise<Execute> => {
  const ask = (args: readonly string[], input?: string) => kubectl(program, args, input);
  const items = parseAllDocuments(await ask(['kustomize', overlay])).map(
    (document) => document.toJS() as Resource,
  );
  const around = items.filter(({ kind }) => !heldBack.has(kind));
  await ask(['apply', '--filename=-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: around }));

  return async (command, mode): Promise<Ended> => {
    const deployment = items.find(
      ({ kind, metadata }) => kind === 'Deployment' && metadata.name === command.process.name,
    );
    if (!deployment) throw new Error(`${overlay} has no Deployment ${command.process.name}`);
    const job = jobOf(deployment, command, { mode, settings });
    const { name, namespace = 'default' } = job.metadata;
    const itself = [`job/${name}`, `--namespace=${namespace}`];
    await ask(['delete', '--ignore-not-found', '--cascade=foreground', ...itself]);
    await ask(['apply', '--filename=-'], JSON.stringify(job));
    for (;;) {
      const { status } = JSON.parse(await ask(['get', '--output=json', ...itself])) as {
        status: { succeeded?: number; failed?: number };
      };
      if (status.succeeded || status.failed)
        return { succeeded: Boolean(status.succeeded), output: await ask(['logs', ...itself]) };
      await pause(pollMs);
    }
  };
};
