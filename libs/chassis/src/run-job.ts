import { runProcess, type ProcessContext } from '@quayside/runtime';
import type { z } from 'zod';

/**
 * The whole of an entry file: does `run` as this process and ends, with exit code 1 if it throws. What `run` opens it
 * adds to the lifecycle.
 */
export const runJob = <S extends z.ZodObject>(job: {
  name: string;
  config: S;
  run(context: ProcessContext<z.infer<S>>): Promise<void>;
}): void =>
  runProcess(job.name, job.config, async (context) => {
    await job.run(context);
    await context.lifecycle.stop('done');
  });
