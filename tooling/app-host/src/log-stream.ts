import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { styleText } from 'node:util';

import { formatLogLine } from './format-log-line.ts';
import type { LineStyle } from './format-log-line.ts';

export interface ProcessLog {
  /** A line the process itself wrote: JSON or plain. */
  line(text: string): void;
  info(message: string): void;
  error(message: string): void;
  /** Reads lines until the stream ends. */
  follow(stream: Readable | null): void;
}

export interface LogStream {
  of(name: string): ProcessLog;
  /** Text that belongs to no process, such as the box. */
  print(text: string): void;
}

export interface LogStreamOptions {
  out: Writable;
  colour: boolean;
  /** Only these processes are shown; empty: all. Errors the host itself reports are always shown. */
  filter: readonly string[];
  names: readonly string[];
}

const palette = [
  'cyan',
  'magenta',
  'blue',
  'yellow',
  'green',
  'cyanBright',
  'magentaBright',
  'blueBright',
] as const satisfies Parameters<typeof styleText>[0][];

/** One stream for the logs of all processes, each with its name and a colour of its own. */
export function createLogStream({ out, colour, filter, names }: LogStreamOptions): LogStream {
  const nameWidth = Math.max(...names.map((name) => name.length));

  function of(name: string): ProcessLog {
    const nameColour = palette[Math.max(0, names.indexOf(name)) % palette.length] ?? 'white';
    const style: LineStyle = { colour, nameColour, nameWidth };
    const shown = filter.length === 0 || filter.includes(name);
    const write = (text: string) => void out.write(`${formatLogLine(name, text, style)}\n`);
    const line = (text: string) =>
      shown && stripVTControlCharacters(text).trim() !== '' ? write(text) : undefined;
    return {
      line,
      info: (message) => (shown ? write(hostRecord('info', message)) : undefined),
      error: (message) => write(hostRecord('error', message)),
      follow(stream) {
        if (!stream) return;
        createInterface({ input: stream, crlfDelay: Infinity }).on('line', line);
      },
    };
  }

  return { of, print: (text) => void out.write(`${text}\n`) };
}

const hostRecord = (level: string, msg: string): string => JSON.stringify({ level, msg });
