import type { ProcessContext } from '@quayside/runtime';
import { z } from 'zod';
import { runJob } from './run-job.ts';

interface CarryOver {
  /** Why it cannot begin, each with what to do about it. Changes nothing. */
  faults(): Promise<readonly string[]>;
  /** Safe to repeat and to break off; answers what there is now, as figures by name. */
  carryOver(): Promise<Readonly<Record<string, number>>>;
}

/** What a service reads to carry over what release 0.1 left it. */
export const carryOverFields = {
  CARRY_OVER: z
    .enum(['check', 'run'])
    .default('run')
    .describe('check: say what is in the way, and change nothing'),
};

/** EX_CONFIG of sysexits.h, as for a configuration that is wrong. */
const inTheWay = 78;

const faultsOf = (carryOver: CarryOver): Promise<readonly string[]> =>
  carryOver.faults().catch((error: unknown) => [`it cannot be looked at: ${messageOf(error)}`]);

/** Of a connection that every address refused the error itself says nothing. */
const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
};

/**
 * The whole of an entry file: brings what release 0.1 left a service into the form of today, while no process of it runs.
 * All that is in the way is said at once, before anything is changed.
 */
export const runCarryOver = <S extends z.ZodObject & z.ZodType<{ CARRY_OVER: 'check' | 'run' }>>(job: {
  name: string;
  config: S;
  open(context: ProcessContext<z.infer<S>>): CarryOver;
}): void =>
  runJob({
    name: job.name,
    config: job.config,
    run: async (context) => {
      const carryOver = job.open(context);
      const faults = await faultsOf(carryOver);
      if (faults.length > 0) {
        const list = faults.map((fault) => `  - ${fault}`).join('\n');
        process.stderr.write(`${job.name} cannot begin. There are ${faults.length} fault(s):\n${list}\n`);
        process.exitCode = inTheWay;
      } else if (context.config.CARRY_OVER === 'run') {
        context.logger.info({ carriedOver: await carryOver.carryOver() }, 'carried over');
      }
    },
  });
