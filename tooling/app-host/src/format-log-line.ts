import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

export interface LineStyle {
  colour: boolean;
  nameColour: Style;
  nameWidth: number;
}

const levelStyles: Record<string, Style> = {
  TRACE: 'gray',
  DEBUG: 'gray',
  INFO: 'green',
  WARN: 'yellow',
  ERROR: 'red',
  FATAL: ['bold', 'red'],
};
const pinoLevels: Record<number, string> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};

/** Said by the name, the time or the ids in front already. */
const shownElsewhere = new Set(
  'level time msg message service name pid hostname traceId spanId correlationId err error stack v'.split(
    ' ',
  ),
);

/**
 * Makes one line of the common log stream from one line a process wrote: a JSON line as pino writes it becomes time,
 * name, level, message, its other fields and a short trace id; anything else is shown as it is.
 */
export function formatLogLine(name: string, line: string, style: LineStyle, now: Date = new Date()): string {
  const record = parseRecord(line);
  const paint = (as: Style, text: string) =>
    style.colour ? styleText(as, text, { validateStream: false }) : text;
  const prefix = (time: Date) =>
    `${paint('gray', time.toISOString().slice(11, 23))} ${paint(style.nameColour, name.padEnd(style.nameWidth))}`;
  if (!record) return `${prefix(now)}       ${line}`;

  const level = levelOf(record.level);
  const time = new Date(
    typeof record.time === 'string' || typeof record.time === 'number' ? record.time : now,
  );
  const message = String(record.msg ?? record.message ?? '');
  const traceId =
    typeof record.traceId === 'string' ? ` ${paint('gray', `[${record.traceId.slice(0, 8)}]`)}` : '';
  const parts = [prefix(time), paint(levelStyles[level] ?? 'white', level.padEnd(5)), message];
  return parts.join(' ') + paint('gray', otherFields(record)) + traceId + errorText(record, level);
}

/** True for a line with which a process tells why it ends. */
export function isFatal(line: string): boolean {
  const record = parseRecord(line);
  return record !== undefined && levelOf(record.level) === 'FATAL';
}

/** The fields of a line as pino writes it; undefined for any other line. */
export function parseRecord(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null && 'level' in value ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function levelOf(level: unknown): string {
  return typeof level === 'number' ? (pinoLevels[level] ?? 'INFO') : String(level).toUpperCase();
}

function otherFields(record: Record<string, unknown>): string {
  const fields = Object.entries(record).filter(
    ([key, value]) => !shownElsewhere.has(key) && value !== undefined,
  );
  return fields
    .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('');
}

/** The stack where somebody must act; else the message is enough, as the process looks after it itself. */
function errorText(record: Record<string, unknown>, level: string): string {
  const error = (record.err ?? record.error) as { stack?: string; message?: string } | string | undefined;
  if (error === undefined || error === null) return '';
  const isExpected = level !== 'ERROR' && level !== 'FATAL';
  if (isExpected && typeof error === 'object' && error.message)
    return `: ${error.message.replace(/\s*\n\s*/g, ' ')}`;
  const text = typeof error === 'string' ? error : (error.stack ?? error.message ?? JSON.stringify(error));
  return `\n${text.replace(/^/gm, '    ')}`;
}
