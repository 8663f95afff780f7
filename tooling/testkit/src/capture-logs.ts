import { Writable } from 'node:stream';
import { createLogger, type Logger } from '@quayside/runtime';

export type LogLine = Record<string, unknown> & { level: string; msg?: string };

/** A logger whose lines a test can look at. */
export const captureLogs = (level = 'debug'): { logger: Logger; lines: LogLine[] } => {
  const lines: LogLine[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      for (const line of chunk.toString().split('\n').filter(Boolean))
        lines.push(JSON.parse(line) as LogLine);
      done();
    },
  });
  return { logger: createLogger({ service: 'test', level }, destination), lines };
};

export const silentLogger: Logger = createLogger({ service: 'test', level: 'silent' });
