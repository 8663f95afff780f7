import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { isFatal } from './format-log-line.ts';
import type { ProcessLog } from './log-stream.ts';

export interface HeldOutput {
  /** Everything that was held back, once the process has closed its output. */
  whole(): Promise<string[]>;
  /** Shows what was held back, and everything from now on. */
  release(): void;
}

/**
 * Shows what a process logs, but holds back what it says of its own end (stderr, and fatal lines) until it is known
 * whether that is better told in one line.
 */
export function holdOutput(
  { stdout, stderr }: { stdout: Readable | null; stderr: Readable | null },
  log: ProcessLog,
): HeldOutput {
  const held: string[] = [];
  let holding = true;
  const hold = (line: string) => (holding ? held.push(line) : log.line(line));

  function read(stream: Readable | null, onLine: (line: string) => void): Promise<void> {
    if (!stream) return Promise.resolve();
    return new Promise((resolve) => {
      createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine).once('close', resolve);
    });
  }

  const ends = Promise.all([
    read(stdout, (line) => (isFatal(line) ? hold(line) : log.line(line))),
    read(stderr, hold),
  ]);
  return {
    async whole() {
      await ends;
      return held;
    },
    release() {
      holding = false;
      for (const line of held.splice(0)) log.line(line);
    },
  };
}
