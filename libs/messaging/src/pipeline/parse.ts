import { z } from 'zod';
import type { IntegrationEvent } from '@quayside/contracts';
import { fromMessage, MalformedCloudEvent } from '../cloud-event.ts';
import type { Subscription } from '../subscription.ts';
import type { Delivery } from './delivery.ts';

/** No retry can make this message handled. */
export class PoisonMessage extends Error {
  override readonly name = 'PoisonMessage';
  readonly reason: 'malformed' | 'invalid-data';

  constructor(reason: 'malformed' | 'invalid-data', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/**
 * Reads the message and checks its data against the schema of the subscribed type. Fields the schema does not know
 * are left out: a newer publisher may have added them.
 *
 * @throws PoisonMessage
 */
export const parse = (
  delivery: Delivery,
  subscription: Subscription<never> | undefined,
): IntegrationEvent => {
  let event: IntegrationEvent;
  try {
    event = fromMessage(delivery.message);
  } catch (error) {
    if (!(error instanceof MalformedCloudEvent)) throw error;
    throw new PoisonMessage('malformed', error.message, { cause: error });
  }
  const data = subscription?.definition.data.safeParse(event.data);
  if (!data) throw new PoisonMessage('malformed', `nobody handles the type ${event.type}`);
  if (!data.success) throw new PoisonMessage('invalid-data', z.prettifyError(data.error));
  return { ...event, data: data.data };
};
