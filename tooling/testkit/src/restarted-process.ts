import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';

/** A service's process, of the file that starts it, that is killed now and then and started again each time. */
export const restartedProcess = (entry: string, env: Record<string, string>) => {
  let child: ChildProcess | undefined;
  let url = '';
  let isOver = false;

  const start = async (): Promise<void> => {
    if (isOver) return;
    const started = spawn(process.execPath, [entry], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    url = await new Promise<string>((resolve, reject) => {
      started.once('exit', (code, signal) =>
        reject(new Error(`${basename(entry)} ended with ${code ?? signal}`)),
      );
      createInterface(started.stdout).on('line', (line) => {
        const { port } = JSON.parse(line) as { port?: number };
        if (port) resolve(`http://127.0.0.1:${port}`);
      });
    });
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  process.once('exit', () => child?.kill('SIGKILL'));

  return {
    start,
    kill,
    /** Killed, and not started again. */
    end: () => {
      isOver = true;
      return kill();
    },
    url: () => url,
  };
};
export type RestartedProcess = ReturnType<typeof restartedProcess>;
