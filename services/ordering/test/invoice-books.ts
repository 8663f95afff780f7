import type { Db } from 'mongodb';
import { dayIn } from '@quayside/runtime';
import { createMongoInvoiceBooks } from '../src/store/mongo-invoice-books.ts';

export const seller = {
  name: 'Quayside Outfitters GmbH',
  address: ['Am Alten Hafen 12', '27568 Bremerhaven'],
  taxId: 'DE123456789',
  contact: 'crew@quayside.test',
  imprint: '',
};

export const booksIn = (db: Db, now: () => Date = () => new Date()) =>
  createMongoInvoiceBooks({ db, seller, now, dayOf: (instant) => dayIn('Europe/Berlin', instant) });
