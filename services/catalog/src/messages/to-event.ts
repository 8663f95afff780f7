import { catalogEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { CatalogFact } from '../domain/catalog-fact.ts';

const source = 'catalog';

/** A fact of the catalog as the integration event others know it by. */
export const toEvent = (fact: CatalogFact): OutgoingEvent => {
  switch (fact.type) {
    case 'item-changed':
      return newEvent(catalogEvents.itemChanged, {
        subject: String(fact.item.id),
        data: { ...fact.item, prices: [...fact.item.prices] },
        source,
      });
    case 'item-price-changed':
      return newEvent(catalogEvents.itemPriceChanged, { subject: String(fact.itemId), data: fact, source });
    case 'stock-changed':
      return newEvent(catalogEvents.stockChanged, { subject: String(fact.itemId), data: fact, source });
    case 'question-answered':
      return newEvent(catalogEvents.questionAnswered, { subject: fact.questionId, data: fact, source });
    case 'stock-reserved':
      return newEvent(catalogEvents.stockReserved, {
        subject: fact.orderId,
        data: { ...fact, lines: [...fact.lines] },
        source,
      });
    case 'stock-rejected':
      return newEvent(catalogEvents.stockRejected, {
        subject: fact.orderId,
        data: { ...fact, lines: [...fact.lines] },
        source,
      });
    default:
      return fact satisfies never;
  }
};
