import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { watch } from 'chokidar';

import type { HostedProcess } from './hosted-process.ts';

const settleMs = 120;
const libraryPrefix = '@quayside/';

export interface SourceChange {
  processes: string[];
  files: string[];
}

/**
 * Watches the source of the processes and of the libraries they import, and reports once the files have been quiet
 * for a moment which processes a change touches. Tests are not source.
 *
 * @returns stops watching
 */
export async function watchSources(
  root: string,
  processes: readonly HostedProcess[],
  onChange: (change: SourceChange) => void,
): Promise<() => void> {
  const touches = await processesByFolder(root, processes);
  const changed = { processes: new Set<string>(), files: new Set<string>() };
  let timer: NodeJS.Timeout | undefined;

  function report(): void {
    const change = { processes: [...changed.processes], files: [...changed.files] };
    changed.processes.clear();
    changed.files.clear();
    onChange(change);
  }

  const folders = [...touches.keys()];
  // Not Node's own recursive watch: on Linux it loses a file that an editor has replaced by a rename.
  const watcher = watch(folders, { cwd: root, ignoreInitial: true, persistent: false });
  watcher.on('all', (_event, file) => {
    if (!/\.(ts|sql|json|html)$/.test(file) || file.endsWith('.test.ts')) return;
    for (const folder of folders) {
      if (relative(folder, file).startsWith('..')) continue;
      for (const name of touches.get(folder) ?? []) changed.processes.add(name);
    }
    changed.files.add(file);
    clearTimeout(timer);
    timer = setTimeout(report, settleMs);
  });
  await once(watcher, 'ready');
  return () => {
    clearTimeout(timer);
    void watcher.close();
  };
}

async function processesByFolder(
  root: string,
  processes: readonly HostedProcess[],
): Promise<Map<string, string[]>> {
  const touches = new Map<string, string[]>();
  for (const hosted of processes) {
    for (const folder of [hosted.cwd, ...(await librariesOf(root, hosted.cwd))]) {
      const source = join(folder, 'src');
      touches.set(source, [...(touches.get(source) ?? []), hosted.name]);
    }
  }
  return touches;
}

/** Folders of the workspace libraries a package depends on, also through others. */
async function librariesOf(root: string, folder: string, seen = new Set<string>()): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (!name.startsWith(libraryPrefix)) continue;
    const library = join('libs', name.slice(libraryPrefix.length));
    if (seen.has(library)) continue;
    seen.add(library);
    await librariesOf(root, library, seen);
  }
  return seen;
}
