import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseRecord } from './format-log-line.ts';

interface Place {
  /** Absolute. */
  file: string;
  line?: number | undefined;
}

interface Source {
  root: string;
  /** Folder of the process below the root. */
  cwd: string;
}

/**
 * What ended a process, as one line: file, line and fault, from what it wrote: a stack trace as Node prints it, the
 * list of faults in its configuration, or the fatal line of its log.
 */
export function describeFault(lines: readonly string[], source: Source): string {
  const text = lines.flatMap(linesOfRecord);
  const refused = text.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4));
  if (refused.length > 0) return at(configPlace(refused[0] ?? '', source), refused.join('; '), source.root);
  const fault = faultOf(text);
  if (fault === '') return 'it ended without a word';
  return at(placeOf(text, fault, source), withoutPlaces(fault, source.root), source.root);
}

/** A line of the log carries its error, and the stack of that, as fields. */
function linesOfRecord(line: string): string[] {
  const record = parseRecord(line);
  if (!record) return [line];
  const error = (record.err ?? record.error) as { stack?: string } | undefined;
  return (error?.stack ?? String(record.msg ?? '')).split('\n');
}

const frame = /^\s+at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\).*?):(\d+):\d+\)?$/;
const heading = /^((?:file:\/\/|\/|[A-Za-z]:\\).*):(\d+)$/;
const errorLine = /^(?:Uncaught )?([A-Za-z]*(?:Error|Exception))(?: \[\w+\])?: ?(.*)$/i;

/** The error's name and message, which may be of several lines, up to its stack. */
function faultOf(text: readonly string[]): string {
  const from = text.findIndex((line) => errorLine.test(line));
  if (from === -1) return lastWord(text);
  const [, name = '', first = ''] = errorLine.exec(text[from] ?? '') ?? [];
  const end = text.findIndex((line, index) => index > from && /^\s+at |^\s*$|^Node\.js v/.test(line));
  const more = text.slice(from + 1, end === -1 ? undefined : end).map((line) => line.trim());
  const message = [first, ...more].join(' ').replace(/ \{$/, '');
  return /^error$/i.test(name) ? message : `${name}: ${message}`;
}

/** What stands before the stack of an error of some other name, or simply last. */
function lastWord(text: readonly string[]): string {
  const stack = text.findIndex((line) => /^\s+at /.test(line));
  const before = stack === -1 ? text : text.slice(0, stack);
  return before.findLast((line) => line.trim() !== '' && !line.startsWith('Node.js v')) ?? '';
}

/** What Node points at, if that is in the repository; else what the message names; else our own code in the stack. */
function placeOf(text: readonly string[], fault: string, source: Source): Place | undefined {
  const own = ({ file }: Place) => isOwn(source.root, file);
  const pointed = text
    .slice(0, 6)
    .flatMap((line) => placeIn(heading, line))
    .find(own);
  if (pointed) return pointed;
  const missing = /Cannot find (?:module|package) '(.+?)' imported from (.+)$/.exec(fault);
  if (missing) {
    const file = missing[2] ?? '';
    return { file, line: lineWith(file, basename(missing[1] ?? '', extname(missing[1] ?? ''))) };
  }
  return migrationPlace(fault, source) ?? text.flatMap((line) => placeIn(frame, line)).find(own);
}

/** A migration is named after its file; the line it names is one of its SQL. */
function migrationPlace(fault: string, { root, cwd }: Source): Place | undefined {
  const [, name, line] = /^Migration ([\w-]+)(?:, line (\d+))?/.exec(fault) ?? [];
  if (name === undefined) return undefined;
  const file = join(root, cwd, 'src/store/migrations', `${name}.ts`);
  const sql = lineWith(file, 'sql: `');
  return sql === undefined ? undefined : { file, line: sql + Number(line ?? 1) - 1 };
}

function placeIn(pattern: RegExp, text: string): Place[] {
  const [, file, line] = pattern.exec(text) ?? [];
  if (file === undefined) return [];
  return [{ file: file.startsWith('file://') ? fileURLToPath(file) : file, line: Number(line) }];
}

function isOwn(root: string, file: string): boolean {
  const path = relative(root, file);
  return !path.startsWith('..') && !isAbsolute(path) && !path.includes('node_modules');
}

/** The field of the schema that refuses the environment. */
function configPlace(fault: string, { root, cwd }: Source): Place | undefined {
  const file = join(root, cwd, 'src/main/config.ts');
  const line = lineWith(file, `${/^\w+/.exec(fault)?.[0]}:`);
  return line === undefined ? undefined : { file, line };
}

function lineWith(file: string, text: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const index = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
  return index === -1 ? undefined : index + 1;
}

function at(place: Place | undefined, fault: string, root: string): string {
  if (!place) return fault;
  const line = place.line === undefined ? '' : `:${place.line}`;
  return `${relative(root, place.file)}${line}: ${fault}`;
}

/** Said by the place in front already, or too long to read. */
function withoutPlaces(fault: string, root: string): string {
  return fault.replace(/ imported from .+$/, '').replaceAll(`${root}/`, '');
}
