import { connectWithRetry, type Logger } from '@quayside/runtime';
import { MongoServerError, type ChangeStream, type Document, type ResumeToken } from 'mongodb';
import type { OrderMove, OrderNotice, OrderNotices } from '../usecases/order-notices.ts';
import type { NoticeField, OrderCollection } from './order-document.ts';

export interface OrderNoticeStream extends OrderNotices {
  start(): void;
  close(): Promise<void>;
}

/** Only what people can see, and of it only that it changed: leases, outboxes and addresses stay at home. */
const pipeline: Document[] = [
  {
    $match: {
      $or: [
        { operationType: 'insert' },
        { 'updateDescription.updatedFields.version': { $exists: true } },
        { 'updateDescription.updatedFields.notedAt': { $exists: true } },
      ],
    },
  },
  {
    $project: {
      'documentKey._id': 1,
      version: { $ifNull: ['$fullDocument.version', '$updateDescription.updatedFields.version'] },
      status: { $ifNull: ['$fullDocument.state.status', '$updateDescription.updatedFields.state.status'] },
      notice: { $ifNull: ['$fullDocument.notice', '$updateDescription.updatedFields.notice'] },
    },
  },
];

/** The oplog no longer reaches back to the resume token. */
const historyLost = 286;

/** One change stream per process, fanned out by buyer. After an error it goes on where it was. */
export const createOrderNotices = (options: {
  orders: OrderCollection;
  logger: Logger;
}): OrderNoticeStream => {
  const { orders, logger } = options;
  const listeners = new Map<string, Set<(notice: OrderNotice) => void>>();
  const ofAll = new Set<(move: OrderMove) => void>();
  const stopping = new AbortController();
  let stream: ChangeStream | undefined;
  let resumeAfter: ResumeToken;

  const tell = (change: Document): void => {
    const orderId = String(change['documentKey']._id);
    const move: OrderMove = {
      orderId,
      ...(change['status'] && { status: change['status'] as NoticeField['status'] }),
      ...(change['version'] && { version: Number(change['version']) }),
    };
    ofAll.forEach((listener) => listener(move));
    const notice = change['notice'] as NoticeField | undefined;
    if (!notice) return;
    const { buyerId, status, version, at } = notice;
    listeners.get(buyerId)?.forEach((listener) => listener({ orderId, status, version, at }));
  };

  const watch = async (): Promise<void> => {
    stream = orders.watch(pipeline, {
      maxAwaitTimeMS: 10_000,
      ...(resumeAfter !== undefined && { resumeAfter }),
    });
    try {
      for await (const change of stream) {
        resumeAfter = change._id;
        tell(change);
      }
    } catch (error) {
      if (error instanceof MongoServerError && error.code === historyLost) resumeAfter = undefined;
      if (!stopping.signal.aborted) throw error;
    } finally {
      await stream.close().catch(() => undefined);
    }
    if (!stopping.signal.aborted) throw new Error('The change stream ended');
  };

  return {
    subscribeToAll(listener) {
      ofAll.add(listener);
      return () => void ofAll.delete(listener);
    },
    subscribe(buyerId, listener) {
      const own = listeners.get(buyerId) ?? new Set();
      listeners.set(buyerId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(buyerId);
      };
    },
    start: () => {
      void connectWithRetry('order notices', watch, { logger, signal: stopping.signal });
    },
    async close() {
      stopping.abort();
      // The server answers a waiting getMore late; the client's own close ends it.
      void stream?.close().catch(() => undefined);
    },
  };
};
