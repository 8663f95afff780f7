import * as basket from '../basket/events.ts';
import * as catalog from '../catalog/events.ts';
import * as identity from '../identity/events.ts';
import * as marketing from '../marketing/events.ts';
import * as ordering from '../ordering/events.ts';
import type { EventDefinition } from '../shared/event.ts';

export interface Listening {
  readonly event: EventDefinition;
  /** What the listener does about it. */
  readonly purpose: string;
}

const listening = (event: EventDefinition, purpose: string): Listening => ({ event, purpose });

/** Who listens to what, by consumer group, for the description of the events. A service that listens to anything else does not start. */
export const listeners: Readonly<Record<string, readonly Listening[]>> = {
  basket: [
    listening(catalog.itemChanged, 'keeps its copy of the item, and tells open pages that hold it'),
    listening(catalog.stockChanged, 'keeps how many there are, and tells open pages that hold the item'),
    listening(catalog.itemRemoved, 'marks the item as gone'),
    listening(marketing.campaignChangedV2, 'shows and applies the discount'),
    listening(
      marketing.campaignChanged,
      'the same, of a Marketing of before; what it knows already it leaves',
    ),
    listening(marketing.couponChanged, 'applies the discount for those who type the code'),
    listening(ordering.salesSettingsChanged, 'prices, taxes and ships by them'),
    listening(ordering.orderSubmitted, 'forgets who checked out and where to, which Ordering now has'),
    listening(basket.checkedOut, 'counts the use of a code, where it did not when the order was placed'),
    listening(ordering.orderCancelled, 'gives the use of a code back'),
    listening(
      identity.userDeleted,
      'forgets the basket, drafts of orders, and what checkouts said of the person',
    ),
  ],
  catalog: [
    listening(ordering.orderAwaitingValidation, 'reserves the stock of all lines, or of none'),
    listening(
      ordering.orderPaid,
      'turns the reservation into a sale; notes who may review what and answer questions on it, and what was bought together',
    ),
    listening(ordering.orderUnitsReturned, 'puts the units back on the shelf'),
    listening(ordering.orderCancelled, 'frees what was reserved, takes back what was sold'),
    listening(
      identity.userDeleted,
      'forgets the name that the audit log knew the person by, what they bought and wrote',
    ),
  ],
  identity: [listening(ordering.customerFiguresChanged, 'shows and sorts customers by them')],
  marketing: [
    listening(basket.checkedOut, 'counts the use of a code'),
    listening(basket.paymentLinkRequested, 'mails the link, asking Basket what it is for'),
    listening(catalog.itemChanged, 'knows what an item is called that somebody waits for'),
    listening(catalog.stockChanged, 'writes to those who wait for the item'),
    listening(catalog.questionAnswered, 'writes to whoever asked'),
    listening(identity.userRegistered, 'knows that there is somebody'),
    listening(identity.userConfirmed, 'sends the welcome mail, asking Identity whom to'),
    listening(identity.userDeleted, 'forgets the user, and what was to be mailed to them'),
    listening(ordering.orderSubmitted, 'counts the order'),
    listening(
      ordering.orderPaid,
      'counts what was paid and sold; sends the confirmation, asking Ordering what is in it',
    ),
    listening(ordering.orderCancelled, 'counts the order as cancelled; writes that it is, and why'),
    listening(ordering.orderRefunded, 'counts what went back; writes how much'),
    listening(
      ordering.orderUnitsReturned,
      'counts what was returned; writes what came back, or does not come',
    ),
    listening(ordering.orderReturnDecided, 'writes whether it may be sent back, and why not'),
    listening(
      ordering.orderPaymentAwaited,
      'writes how to go on paying, once it has waited for some minutes',
    ),
    listening(ordering.orderPaymentDeclined, 'writes how to pay with another card'),
    listening(ordering.orderLinkRequested, 'mails a guest a new link to the order'),
    listening(ordering.orderShipped, 'writes that the parcel is on its way'),
    listening(
      ordering.orderDelivered,
      'writes that the parcel has arrived, and some days later asks for reviews',
    ),
  ],
  ordering: [
    listening(basket.checkedOut, 'submits the order'),
    listening(catalog.stockReserved, 'confirms the order, which is then charged'),
    listening(catalog.stockRejected, 'cancels the order, with the shortages as the reason'),
    listening(ordering.orderSubmitted, 'counts what the orders of the customer come to'),
    listening(ordering.orderPaid, 'the same'),
    listening(ordering.orderRefunded, 'the same'),
    listening(identity.userConfirmed, 'gives the account what its owner ordered as a guest'),
    listening(identity.userDeleted, 'takes the person out of the orders, also out of those that come later'),
  ],
};

/** Each topic that a consumer group listens to, once; without prefix. None of a group that is not known. */
export const topicsOf = (group: string): string[] => [
  ...new Set((listeners[group] ?? []).map(({ event }) => event.topic)),
];
