import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { inspectorPortOf } from '@quayside/system';

import type { ProcessContext } from './hosted-process.ts';

type NodeArguments = (context: ProcessContext) => string[];

const packageFolder = (name: string, from: string): string =>
  dirname(createRequire(from).resolve(`${name}/package.json`));

/** maildev hides its package.json; its entry is `<folder>/dist/index.js`. */
const maildevFolder = (): string => dirname(dirname(fileURLToPath(import.meta.resolve('maildev'))));

/** Its defaults keep 200 MB for a few messages. */
const maildev: NodeArguments = ({ ports, dataFolder }) => [
  '--max-old-space-size=96',
  '--max-semi-space-size=2',
  ...['--import', pathToFileURL(join(import.meta.dirname, 'guard-servers.ts')).href],
  join(maildevFolder(), 'dist/bin/maildev.js'),
  ...['--smtp', String(ports.smtp), '--web', String(ports.mail), '--max-emails', '500'],
  ...['--mail-directory', join(dataFolder, 'mail')],
  ...['--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--silent'],
];

const next =
  (name: string, folder: string): NodeArguments =>
  ({ mode, ports, inspect }) => [
    join(
      packageFolder('next', join(import.meta.dirname, '../../..', folder, 'package.json')),
      'dist/bin/next',
    ),
    mode,
    ...['--port', String(ports[name as keyof typeof ports]), '--hostname', '127.0.0.1'],
    // Its own option: what Node is told would open the debugger of the command, not of the server that it forks.
    ...(inspect
      ? [`--inspect=127.0.0.1:${inspectorPortOf({ port: ports[name as keyof typeof ports] })}`]
      : []),
    // Above the 4 s after which the gateway drops an idle connection.
    ...(mode === 'start' ? ['--keepAliveTimeout', '65000'] : []),
  ];

/** How what is none of our Node entries is started: the arguments of `node`. Each looks after changes itself. */
export const commandFor = ({ kind, name, folder }: { kind: string; name: string; folder: string }) =>
  kind === 'pages' ? next(name, folder) : maildev;
