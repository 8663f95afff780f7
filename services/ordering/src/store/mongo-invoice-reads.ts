import { beginningWith } from '@quayside/mongo';
import type { Db, Filter } from 'mongodb';
import { InvoiceNotFound } from '../domain/order-error.ts';
import type { InvoiceFilter, InvoiceReads, InvoiceSum } from '../usecases/invoices.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { invoiceCollection, invoiceIn, type InvoiceDocument } from './invoice-document.ts';

const counted = 10_000;
const batchSize = 200;

/** A number begins by what it is of; whatever begins otherwise is a part of an order's. */
const numbered = (q: string): Filter<InvoiceDocument> => {
  const text = q.toUpperCase().replaceAll(/[^A-Z0-9-]/g, '');
  if (text === '') return { _id: { $in: [] } };
  if (/^(INV|CN)/.test(text)) return { _id: beginningWith(text) } as unknown as Filter<InvoiceDocument>;
  return { orderNumber: beginningWith(`${text.startsWith('QS') ? '' : 'QS-'}${text}`) };
};

const filterOf = ({ q, kind, from, to }: InvoiceFilter): Filter<InvoiceDocument> => {
  const issuedOn = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) };
  return {
    ...(kind && { kind }),
    ...(Object.keys(issuedOn).length > 0 && { issuedOn }),
    ...(q !== undefined && numbered(q)),
  };
};

export const createMongoInvoiceReads = (db: Db): InvoiceReads => {
  const invoices = invoiceCollection(db);
  const sumsOf = (filter: Filter<InvoiceDocument>) =>
    invoices
      .aggregate<InvoiceSum & { count: number }>([
        { $match: filter },
        { $limit: counted + 1 },
        {
          $group: {
            _id: '$sums.currency',
            count: { $sum: 1 },
            net: { $sum: '$sums.net' },
            tax: { $sum: '$sums.tax' },
            total: { $sum: '$sums.total' },
          },
        },
        { $project: { _id: 0, currency: '$_id', count: 1, net: 1, tax: 1, total: 1 } },
        { $sort: { count: -1, currency: 1 } },
      ])
      .toArray();

  return {
    async one(number) {
      const found = await answerOrUnavailable(invoices.findOne({ _id: number }));
      if (!found) throw new InvoiceNotFound(number);
      return invoiceIn(found);
    },
    async ofOrders(orderIds) {
      const found = invoices
        .find({ orderId: { $in: [...orderIds] } })
        .sort({ issuedAt: 1, kind: -1, sequence: 1 })
        .toArray();
      return (await answerOrUnavailable(found)).map(invoiceIn);
    },
    async page({ page, pageSize, ...asked }) {
      const filter = filterOf(asked);
      const rows = invoices
        .find(filter)
        .sort({ issuedOn: -1, sequence: -1, _id: -1 })
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .toArray();
      const [found, sums] = await answerOrUnavailable(Promise.all([rows, sumsOf(filter)]));
      const totalItems = sums.reduce((all, { count }) => all + count, 0);
      const isMore = totalItems > counted;
      return {
        invoices: found.map(invoiceIn),
        totalItems: isMore ? counted : totalItems,
        isMore,
        ...(!isMore && { sums }),
      };
    },
    async *all(asked) {
      const found = invoices
        .find(filterOf(asked), { batchSize })
        .sort({ kind: -1, issuedOn: 1, sequence: 1 });
      for await (const document of found) yield invoiceIn(document);
    },
  };
};
