import { join } from 'node:path';
import { commands } from '../commands.ts';
import { runStep, type CarriedOver } from './run-step.ts';

const root = join(import.meta.dirname, '../../../..');
const say = (text: string) => process.stdout.write(`${text}\n`);
/** EX_CONFIG of sysexits.h. */
const inTheWay = 78;

const steps = commands.filter(({ entry }) => entry === 'carry-over');
const environment = process.env;

const refuse = (faults: readonly string[]): void => {
  const list = faults.map((fault) => `  - ${fault}`).join('\n');
  process.stderr.write(`Nothing is carried over yet. There are ${faults.length} fault(s):\n${list}\n`);
  process.exitCode = inTheWay;
};

const figures = (carriedOver: CarriedOver = {}): string =>
  Object.entries(carriedOver)
    .map(([name, count]) => `${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${count}`)
    .join(', ');

/**
 * Carries a shop of release 0.1 over, while it is closed: each service what it owns. Nothing is changed while one of them
 * says that something is in the way; a run that was broken off is run again.
 */
const carryOver = async (): Promise<void> => {
  const checked = await Promise.all(steps.map((step) => runStep(root, step, { mode: 'check', environment })));
  const inTheirWay = checked.flatMap(({ faults }) => faults);
  if (inTheirWay.length > 0) return refuse(inTheirWay);
  for (const step of steps) {
    const { faults, carriedOver } = await runStep(root, step, { mode: 'run', environment });
    if (faults.length > 0) {
      process.stderr.write(
        `The carry-over was broken off, and goes on where it was when it is run again:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n`,
      );
      process.exitCode = 1;
      return;
    }
    say(`${`${step.owner}:`.padEnd(10)} ${figures(carriedOver)}`);
  }
  say('The shop is carried over. Start the new release.');
};

await carryOver();
