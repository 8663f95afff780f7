import { orderingEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { VersionedSalesSettings } from '../usecases/sales-settings-store.ts';

/** The shop is one: all its settings are one aggregate. */
export const salesSettingsChanged = (settings: VersionedSalesSettings): OutgoingEvent =>
  newEvent(orderingEvents.salesSettingsChanged, { subject: 'shop', source: 'ordering', data: settings });
