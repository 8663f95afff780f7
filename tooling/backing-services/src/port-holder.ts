import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The process that listens on a port. */
export interface PortHolder {
  pid: number;
  command: string;
  /** Its working folder, where the system tells. */
  cwd: string | undefined;
}

/**
 * Finds the process that listens on a TCP port of this machine: from /proc on Linux, else with `lsof`.
 * Undefined when nobody listens or the process belongs to somebody else.
 */
export async function findPortHolder(port: number): Promise<PortHolder | undefined> {
  return process.platform === 'linux' ? findInProc(port) : findWithLsof(port);
}

const listenState = '0A';

async function findInProc(port: number): Promise<PortHolder | undefined> {
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const rows = await readFile(table, 'utf8').catch(() => '');
    for (const row of rows.split('\n').slice(1)) {
      const columns = row.trim().split(/\s+/);
      const localPort = Number.parseInt(columns[1]?.split(':')[1] ?? '', 16);
      if (localPort === port && columns[3] === listenState && columns[9])
        inodes.add(`socket:[${columns[9]}]`);
    }
  }
  if (inodes.size === 0) return undefined;
  for (const pid of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(
      descriptors.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')),
    );
    if (links.some((link) => inodes.has(link))) return describeProcess(Number(pid));
  }
  return undefined;
}

async function describeProcess(pid: number): Promise<PortHolder> {
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return { pid, command: shorten(words.join(' ')), cwd };
}

async function findWithLsof(port: number): Promise<PortHolder | undefined> {
  const listing = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']);
  const pid = /^p(\d+)$/m.exec(listing)?.[1];
  if (!pid) return undefined;
  const command = /^c(.+)$/m.exec(listing)?.[1] ?? 'unknown';
  const cwd = /^n(.+)$/m.exec(await run('lsof', ['-a', '-p', pid, '-d', 'cwd', '-Fn']))?.[1];
  return { pid: Number(pid), command: shorten(command), cwd };
}

async function run(command: string, args: string[]): Promise<string> {
  return promisify(execFile)(command, args).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

function shorten(command: string): string {
  const line = command.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}
