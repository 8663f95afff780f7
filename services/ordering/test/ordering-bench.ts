import { join } from 'node:path';
import { basketEvents, catalogEvents, orderingEvents, topics, type EventData } from '@quayside/contracts';
import { createKafka, ensureTopics } from '@quayside/messaging';
import { connectWithRetry } from '@quayside/runtime';
import {
  captureLogs,
  createEventSpy,
  createTokenMinter,
  playIdentity,
  silentLogger,
  testKafka,
  testMongo,
  testService,
  waitUntil,
  type TestService,
} from '@quayside/testkit';
import { orderingApi } from '../src/main/wire-api.ts';
import { orderingWorker } from '../src/main/wire-worker.ts';
import { openRefund } from '../src/domain/payment-ledger.ts';
import { orderCollection, type OrderDocument } from '../src/store/order-document.ts';
import type { Payments } from '../src/usecases/payments.ts';
import { checkoutOf } from './checkout.ts';
import { playBasket } from './played-basket.ts';

/** Where the process of that name starts. */
export const mainOf = (entry: 'api.ts' | 'worker.ts'): string =>
  join(import.meta.dirname, '../src/main', entry);

type CheckedOut = EventData<typeof basketEvents.checkedOut>;

/** Right after its creation a topic may be unknown to the broker for a moment; then one tries again. */
const createTopics = (kafka: { brokers: string; topicPrefix: string }) => {
  const client = createKafka({ ...kafka, clientId: 'test', logger: silentLogger });
  return connectWithRetry(
    'topics',
    () => ensureTopics(client, Object.values(topics), { groups: ['ordering'] }),
    {
      logger: silentLogger,
    },
  );
};

/** Ordering between played neighbours: a database, topics and keys of this file's own. */
export const createOrderingBench = async () => {
  const mongo = await testMongo();
  const kafka = testKafka();
  const minter = await createTokenMinter();
  const basket = await playBasket();
  const identity = await playIdentity();
  await createTopics(kafka);
  const spy = await createEventSpy({ ...kafka, topics: Object.values(topics) });
  const logs = captureLogs();
  const stops: (() => Promise<void>)[] = [];
  const orders = orderCollection(mongo.db);

  const env = {
    NODE_ENV: 'test',
    PORT: '0',
    MONGODB_URL: mongo.url,
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    GRACE_PERIOD_SECONDS: '0',
    STOCK_HOLD_SECONDS: '1',
    LEASE_MS: '1000',
    ...basket.config,
    ...identity.config,
    SELLER_NAME: 'Quayside Outfitters GmbH',
    SELLER_ADDRESS: 'Am Alten Hafen 12; 27568 Bremerhaven; Germany',
    SELLER_CONTACT: 'crew@quayside.test',
    SELLER_TAX_ID: 'DE123456789',
    SHOP_TIME_ZONE: 'Europe/Berlin',
    PUBLIC_ORIGIN: 'http://shop.test',
    PAYMENT_URL: 'http://127.0.0.1:9',
    PAYMENT_API_KEY: 'test-payment-key',
    ...minter.authConfig,
  };

  /** Started and listening. */
  const started = async <S extends Pick<TestService, 'start' | 'listen' | 'stop'>>(service: S) => {
    stops.push(service.stop);
    await service.start();
    return { ...service, ...(await service.listen()) };
  };

  return {
    env,
    db: mongo.db,
    orders,
    basket,
    identity,
    spy,
    minter,
    logs,

    startApi: (change: Record<string, string> = {}) =>
      started(testService(orderingApi, { ...env, ...change }, { logs })),

    startWorker: (change: Record<string, string> = {}, overrides: { payments?: Payments } = {}) =>
      started(testService(orderingWorker, { ...env, ...change }, { ...overrides, logs })),

    async checkOut(change: Partial<CheckedOut> = {}) {
      const data = checkoutOf(change);
      const event = await spy.publish(basketEvents.checkedOut, { subject: data.orderId, data });
      return { event, orderId: data.orderId, buyerId: data.buyerId };
    },

    /** Plays Catalog: the order asks for its stock and gets it. */
    async reserveStock(orderId: string) {
      const { data } = await spy.waitFor(
        orderingEvents.orderAwaitingValidation,
        (event) => event.subject === orderId,
      );
      return spy.publish(catalogEvents.stockReserved, {
        subject: orderId,
        data: { orderId, lines: data.lines, version: 1 },
      });
    },

    orderOnceIt: (orderId: string, describe: string, is: (order: OrderDocument) => boolean) =>
      waitUntil(
        async () => {
          const order = await orders.findOne({ _id: orderId });
          return order && is(order) ? order : undefined;
        },
        { describe: `order ${orderId} that ${describe}` },
      ),

    /** An order with no refund under way, which would give it another version by itself. */
    settledOrder: (orderId: string) =>
      waitUntil(
        async () => {
          const order = await orders.findOne({ _id: orderId });
          return order && !openRefund(order.state) ? order : undefined;
        },
        { describe: `order ${orderId} with no refund under way` },
      ),

    async close() {
      await Promise.all(stops.map((stop) => stop()));
      await spy.close();
      await minter.close();
      await Promise.all([basket.close(), identity.close()]);
      await mongo.drop();
    },
  };
};

export type OrderingBench = Awaited<ReturnType<typeof createOrderingBench>>;
