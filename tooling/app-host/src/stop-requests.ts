/** Once: in order. Twice: without patience. */
export type StopKind = 'orderly' | 'at-once';

/**
 * Calls `onStop` for whatever asks the host to end: Ctrl-C, SIGTERM, a closed terminal (SIGHUP, or writing to it
 * fails), and the end of the package manager that started us. A second request means at once.
 */
export function listenForStop(
  onStop: (kind: StopKind, reason: string) => void,
  underPackageManager: boolean,
): void {
  let requests = 0;
  const request = (reason: string) => {
    requests += 1;
    onStop(requests === 1 ? 'orderly' : 'at-once', reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => request(signal));

  let terminalGone = false;
  const terminalIsGone = () => {
    if (terminalGone) return;
    terminalGone = true;
    if (requests === 0) request('the terminal is gone');
  };
  process.on('SIGHUP', terminalIsGone);
  process.stdout.on('error', terminalIsGone);
  process.stderr.on('error', terminalIsGone);

  if (!underPackageManager) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) terminalIsGone();
  }, 1_000).unref();
}
