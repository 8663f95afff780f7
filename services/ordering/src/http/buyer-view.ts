import type { StaffOrderRow } from '@quayside/contracts';
import type { Buyer } from '../domain/order.ts';

/** Who bought, without what links to the order are signed with. */
export const buyerView = ({ id, name, email, isGuest }: Buyer): StaffOrderRow['buyer'] => ({
  ...{ id, name, email },
  ...(isGuest && { isGuest }),
});
