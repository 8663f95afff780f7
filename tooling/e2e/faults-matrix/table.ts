import { readFile, writeFile } from 'node:fs/promises';
import { insertRegion } from '@quayside/system';
import type { CircuitSeen } from './circuits.ts';
import { dependencies, faults, type Dependency } from './faults.ts';
import { outcomeWords, type Cell } from './outcome.ts';
import type { Page } from './pages.ts';

export interface Row {
  dependency: Dependency;
  fault: string;
  /** In the order of the pages. */
  cells: readonly Cell[];
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const within = (ms: number) => `${Math.max(1, Math.ceil(ms / 1000))} s`;

const matrix = (pages: readonly Page[], rows: readonly Row[]): string[] => [
  row(['', ...pages.map(({ name }) => name)]),
  row(['---', ...pages.map(() => '---')]),
  row(['*budget*', ...pages.map(({ budgetMs }) => `*${within(budgetMs)}*`)]),
  ...dependencies.flatMap((dependency) =>
    rows
      .filter((one) => one.dependency === dependency)
      .map(({ fault, cells }) =>
        row([`**${dependency}** ${fault}`, ...cells.map(({ outcome, ms }) => `${outcome}, ${within(ms)}`)]),
      ),
  ),
];

/** What the matrix came to, as Markdown. */
export const asMarkdown = (pages: readonly Page[], rows: readonly Row[], circuit: CircuitSeen): string =>
  [
    ...matrix(pages, rows),
    '',
    ...faults.map(({ name, about }) => `- *${name}*: ${about}.`),
    ...Object.entries(outcomeWords).map(([outcome, words]) => `- **${outcome}**: ${words}.`),
    '',
    `While the circuit of Catalog was open, what nobody had asked for before was refused in ${circuit.p50.toFixed(1)} ms (p50), ${circuit.p95.toFixed(1)} ms (p95).`,
  ].join('\n');

/** Puts it into the page that tells of it. */
export const writeInto = async (path: string, text: string): Promise<void> => {
  const file = await readFile(path, 'utf8');
  await writeFile(path, insertRegion(file, { path, name: 'faults', text: `\n${text}\n` }));
};
