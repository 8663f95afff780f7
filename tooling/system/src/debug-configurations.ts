import { inspectorPortOf } from './ports.ts';
import type { Process } from './process.ts';

/** What VS Code attaches to under `pnpm dev --inspect`: a configuration for each process of ours. */
export const debugConfigurations = (processes: readonly Process[]): string =>
  JSON.stringify(
    {
      version: '0.2.0',
      configurations: processes
        .filter(({ image }) => image !== undefined)
        .map((process) => ({
          name: process.name,
          type: 'node',
          request: 'attach',
          port: inspectorPortOf(process),
          // A changed file starts the process anew.
          restart: true,
          skipFiles: ['<node_internals>/**', '**/node_modules/**'],
        })),
    },
    null,
    2,
  );
