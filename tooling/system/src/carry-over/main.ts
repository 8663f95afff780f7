import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commands } from '../commands.ts';
import { executeHere } from './execute-here.ts';
import { executeInCluster } from './execute-in-cluster.ts';
import { outcomeOf, type CarriedOver, type Execute, type Mode } from './outcome.ts';

const usage = `Usage: pnpm carry-over                     where this machine reaches the stores of the shop
       pnpm carry-over --overlay <folder>  as Jobs in the cluster of kubectl, by an overlay of the new release
`;
/** EX_CONFIG of sysexits.h. */
const inTheWay = 78;
const steps = commands.filter(({ entry }) => entry === 'carry-over');
const list = (faults: readonly string[]) => faults.map((fault) => `  - ${fault}\n`).join('');

const leave = (code: number, text: string): void => {
  process.stderr.write(text);
  process.exitCode = code;
};

const figures = (carriedOver: CarriedOver = {}): string =>
  Object.entries(carriedOver)
    .map(([name, count]) => `${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${count}`)
    .join(', ');

/**
 * Carries a shop of release 0.1 over, while it is closed: each service what it owns. Nothing is changed while one of them
 * says that something is in the way; a run that was broken off is run again.
 */
const carryOver = async (execute: Execute): Promise<void> => {
  const done = async (step: (typeof steps)[number], mode: Mode) => outcomeOf(step, await execute(step, mode));
  const checked = await Promise.all(steps.map((step) => done(step, 'check')));
  const all = checked.flatMap(({ faults }) => faults);
  if (all.length > 0)
    return leave(inTheWay, `Nothing is carried over yet. There are ${all.length} fault(s):\n${list(all)}`);
  for (const step of steps) {
    const { faults, carriedOver } = await done(step, 'run');
    if (faults.length > 0)
      return leave(1, `The carry-over was broken off. Mend this and run it again:\n${list(faults)}`);
    process.stdout.write(`${`${step.owner}:`.padEnd(10)} ${figures(carriedOver)}\n`);
  }
  process.stdout.write('The shop is carried over. Start the new release.\n');
};

/** Settings of the carry-over itself, which no Deployment has. */
const settingsOf = ({ FORGET_DEAD_LETTERS, ORDERING_TAX_BASIS_POINTS }: NodeJS.ProcessEnv) => ({
  ...(FORGET_DEAD_LETTERS && { FORGET_DEAD_LETTERS }),
  ...(ORDERING_TAX_BASIS_POINTS && { TAX_BASIS_POINTS: ORDERING_TAX_BASIS_POINTS }),
});

try {
  const { overlay, help } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    options: { overlay: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  }).values;
  if (help) process.stdout.write(usage);
  else
    await carryOver(
      overlay
        ? await executeInCluster(overlay, {
            program: process.env['KUBECTL'] ?? 'kubectl',
            settings: settingsOf(process.env),
          })
        : executeHere(join(import.meta.dirname, '../../../..'), process.env),
    );
} catch (error) {
  leave(1, `${error instanceof Error ? error.message : String(error)}\n${usage}`);
}
