import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { requireLoopback } from '@quayside/backing-services';

import type { HostArguments } from './arguments.ts';
import { buildAll } from './build-all.ts';
import { checkPorts } from './check-ports.ts';
import { backingsOf, chooseProcesses } from './choose-processes.ts';
import type { HostConfig } from './config.ts';
import { createDatabases } from './create-databases.ts';
import { calledAt, detouredStores } from './detour.ts';
import { databaseUrl } from './database-url.ts';
import { forgetStalePages } from './forget-stale-pages.ts';
import { lockCheckout } from './host-lock.ts';
import { listControlled } from './list-controlled.ts';
import type { LogStream } from './log-stream.ts';
import { makeHome, requireWritable } from './make-home.ts';
import type { HostedProcess, ProcessContext } from './hosted-process.ts';
import { portsAt } from './ports.ts';
import { pageFolders } from './processes.ts';
import { portsToOpen } from './ports-to-open.ts';
import { readyBox } from './ready-box.ts';
import { reloadOnChange } from './reload-on-change.ts';
import { supervisableProcess } from './supervisable-process.ts';
import { loadSecrets } from './secrets.ts';
import { startBackings } from './start-backings.ts';
import type { Backings } from './start-backings.ts';
import { serveStatus } from './status-server.ts';
import { stopOrder } from './stop-order.ts';
import { supervise } from './supervise.ts';
import type { Supervised } from './supervise.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export interface Host {
  /** Resolves when every process is ready and the box is printed. */
  start(): Promise<void>;
  /** Processes before what they call, backing services last. May be called again with less patience. */
  stop(deadlineMs?: number): Promise<void>;
}

/** The whole system on this machine. `stop` closes what `start` opened, also when that did not come to its end. */
export function createHost(root: string, args: HostArguments, config: HostConfig, logs: LogStream): Host {
  const home = resolve(root, args.home);
  const ports = portsAt(args.portOffset);
  const processes = chooseProcesses(args, config);
  const supervised = new Map<string, Supervised>();
  const stopping = new AbortController();
  const closers: (() => Promise<void> | void)[] = [];
  let backings: Backings | undefined;
  let complete = false;
  let stopReloading = () => {};
  let started: Promise<void> = Promise.resolve();

  async function open(): Promise<void> {
    const startedAt = performance.now();
    const lockfile = join(root, 'pnpm-lock.yaml');
    const { signal } = stopping;
    await requireWritable(root);
    await requireLoopback();
    const realHome = await makeHome(home);
    closers.push(await lockCheckout(join(home, 'host.pid')));
    await checkPorts(portsToOpen(processes, args, config.external), [root, realHome], {
      onWait: logs.of('host').info,
    });
    const status = await serveStatus(
      ports.host,
      () => listControlled(ports, processes, supervised, backings),
      () => complete,
    );
    closers.push(() => status.close());
    if (args.mode === 'start') await buildAll(root, config.inherited, logs.of('build'), signal);
    else await Promise.all(pageFolders.map((folder) => forgetStalePages(join(root, folder), lockfile)));

    const dataFolder = join(home, 'data');
    if (args.reset) await rm(dataFolder, { recursive: true, force: true });
    const context = await createContext(dataFolder);
    const [independent, dependent] = [
      processes.filter(needNothing),
      processes.filter((hosted) => !needNothing(hosted)),
    ];
    startProcesses(independent, context);
    backings = await startBackings({
      ...{ root, dataFolder, ports, logs, signal },
      toolsDir: resolve(root, config.toolsDir ?? join('.quayside', 'tools')),
      ...(args.detour > 0 && { kafkaAdvertisedPort: ports.kafka + args.detour }),
      ...{ compose: args.compose, reset: args.reset, external: config.external, inherited: config.inherited },
      names: backingsOf(processes),
    });
    Object.assign(context.urls, backings.urls, detouredStores(ports, args.detour));
    signal.throwIfAborted();
    const databases = dependent.flatMap((hosted) => hosted.database ?? []);
    if (databases.length > 0) await createDatabases(context.urls.postgres, databases);
    startProcesses(dependent, context);
    if (args.mode === 'dev') stopReloading = await reloadOnChange(root, processes, supervised, logs);
    await waitUntilReady([...supervised.values()], logs.of('host'), signal);
    complete = true;
    const seconds = (performance.now() - startedAt) / 1000;
    logs.print(
      readyBox({
        context,
        seconds,
        running: new Set(supervised.keys()),
      }),
    );
  }

  async function createContext(dataFolder: string): Promise<ProcessContext> {
    const urls = { postgres: '', redis: '', mongodb: '', kafka: '' };
    return {
      mode: args.mode,
      ports,
      inspect: args.inspect,
      urls,
      dataFolder,
      smtpUrl: config.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
      compileCache: join(root, '.quayside', 'compile-cache'),
      publicOrigin: `http://localhost:${ports.gateway}`,
      secrets: await loadSecrets(join(home, 'secrets.json')),
      databaseUrl: (name) => databaseUrl(urls.postgres, name),
      mongodbUrl: (name) => databaseUrl(urls.mongodb, name),
      urlOf: (name) => `http://127.0.0.1:${calledAt(name, ports, args.detour)}`,
    };
  }

  function startProcesses(some: readonly HostedProcess[], context: ProcessContext): void {
    stopping.signal.throwIfAborted();
    for (const hosted of some) {
      const log = logs.of(hosted.name);
      const one = supervise(
        supervisableProcess(hosted, { root, context, inherited: config.inherited, log }),
        log,
      );
      supervised.set(hosted.name, one);
      one.start();
    }
  }

  async function close(): Promise<void> {
    stopReloading();
    for (const group of stopOrder(processes))
      await Promise.all(group.map((name) => supervised.get(name)?.stop()));
    await backings?.stop();
    for (const closer of closers.reverse()) await closer();
  }

  let closed: Promise<void> | undefined;
  return {
    start: () => (started = open()),
    async stop(deadlineMs) {
      stopping.abort(new Error('stopped'));
      closed ??= started.catch(() => {}).then(close);
      if (deadlineMs !== undefined) {
        for (const one of supervised.values()) void one.stop(deadlineMs);
        void backings?.stop(deadlineMs);
      }
      await closed;
    },
  };
}

const needNothing = (hosted: HostedProcess): boolean => hosted.needs.length === 0;
