import { z } from 'zod';
import { timestamp } from '../shared/ids.ts';
import { processStatus } from '../shared/process-status.ts';

/** A process behind the gateway, or the gateway itself. */
const systemPart = z
  .object({
    name: z.string(),
    /** In the time that there was. */
    hasAnswered: z.boolean(),
    /** Whether requests go there: not while the circuit is open. */
    circuit: z.enum(['closed', 'half-open', 'open']).optional(),
    tookMs: z.int(),
    /** Absent where it did not answer, and of the storefront, which only says whether it is ready. */
    status: processStatus.optional(),
    isReady: z.boolean(),
  })
  .meta({ id: 'SystemPart' });
export type SystemPart = z.infer<typeof systemPart>;

/** Answer of `GET /api/v1/admin/operations/system`: of each part one process, where it has several. */
export const systemStatus = z
  .object({ at: timestamp, parts: z.array(systemPart) })
  .meta({ id: 'SystemStatus' });
export type SystemStatus = z.infer<typeof systemStatus>;
