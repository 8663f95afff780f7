import { runProcess, untilItsTurn } from '@quayside/runtime';
import type { z } from 'zod';
import { createService } from './create-service.ts';
import type { ServiceDefinition } from './define-service.ts';

/** The whole of an entry file: runs a service as this process. */
export const runService = <S extends z.ZodObject, Access, Tx, Overrides extends object, Exposed>(
  definition: ServiceDefinition<S, Access, Tx, Overrides, Exposed>,
): void =>
  runProcess(definition.name, definition.config, async (context) => {
    const service = createService(definition, context);
    await untilItsTurn();
    await service.start();
    await service.listen();
  });
