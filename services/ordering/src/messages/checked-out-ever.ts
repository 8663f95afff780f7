import { address, basketEvents, type EventDefinition } from '@quayside/contracts';
import { z } from 'zod';

const { data, ...definition } = basketEvents.checkedOut;

/** Release 0.1 told the person too. */
const ofFirstRelease = data
  .omit({ buyerId: true, destination: true })
  .extend({
    buyer: z.object({ id: data.shape.buyerId, name: z.string(), email: z.string() }),
    shippingAddress: z.object(address.shape),
  })
  .transform(({ buyer: { id, name, email }, shippingAddress, ...checkout }) => ({
    ...checkout,
    buyerId: id,
    details: { name, email, shippingAddress },
  }));

/** A checkout of whatever release: in the topic of a shop that is carried over some may wait that release 0.1 wrote. */
export const checkedOutEver = {
  ...definition,
  data: z.union([data, ofFirstRelease]),
} satisfies EventDefinition;
