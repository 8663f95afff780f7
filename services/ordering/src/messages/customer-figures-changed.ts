import { orderingEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { CustomerFigures } from '../domain/customer-figures.ts';

export const customerFiguresChanged = (
  customerId: string,
  { spend, ...figures }: CustomerFigures,
  version: number,
): OutgoingEvent =>
  newEvent(orderingEvents.customerFiguresChanged, {
    subject: customerId,
    source: 'ordering',
    data: { customerId, ...figures, spend: [...spend], version },
  });
