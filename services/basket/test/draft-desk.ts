import { afterAll, beforeAll } from '@jest/globals';
import { basketEvents, topics, type DraftOrder } from '@quayside/contracts';
import { serviceCredentials } from '@quayside/http';
import { createEventSpy, type EventSpy } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { callDrafts, content } from './call-drafts.ts';
import {
  internalSecret,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';
import { usd } from './settings.ts';

export const sue = { id: uuidv7(), name: 'Sue Support' };
export const ofDraft = (id: string) => (event: { subject: string }) => event.subject === id;
export const etagOf = ({ version }: DraftOrder) => `"v${version}"`;
export const agreed = (draft: DraftOrder, token = 'tok_ok') => ({
  paymentToken: token,
  acceptedTotal: draft.basket?.totals.total,
  acceptedLines: content.lines,
});

/** Opens what these tests need before the first of them, and closes it after the last. */
export const draftDesk = () => {
  let around: Surroundings;
  let replica: Replica;
  let spy: EventSpy;
  let staff: ReturnType<typeof callDrafts>;

  beforeAll(async () => {
    around = await openSurroundings();
    await around.stock({ id: 1, name: 'Tent', price: usd(10_000) });
    await around.stock({ id: 2, name: 'Lamp', price: usd(5_000), availableStock: 1 });
    await around.stock({ id: 3, active: false });
    spy = await createEventSpy({
      ...around.kafka,
      topics: [topics.basket, topics.identity, topics.marketing],
    });
    replica = await startReplica(around, { brokers: around.kafka.brokers });
    await replica.start();
    staff = callDrafts(replica.url, await around.minter.support(sue));
  });
  afterAll(async () => {
    await spy.close();
    await replica.stop();
    await around.close();
  });

  const asked = (id: string) => spy.waitFor(basketEvents.paymentLinkRequested, ofDraft(id));
  const ordered = (id: string) => spy.waitFor(basketEvents.checkedOut, ofDraft(id));

  const made = async (change: object = {}): Promise<DraftOrder> =>
    (await staff.create({ ...content, ...change }).expect(201)).body;
  /** What a mail would say of it. */
  const mailed = (id: string) =>
    request(replica.url)
      .get(`/internal/v1/draft-orders/${id}`)
      .set({ authorization: serviceCredentials(internalSecret).authorization });
  /** A draft whose link was sent, and the link. */
  const sent = async (change: object = {}) => {
    const draft = await made(change);
    const { body } = await staff.send(draft.id, etagOf(draft)).expect(200);
    return { draft: body as DraftOrder, link: (await mailed(draft.id).expect(200)).body.link as string };
  };
  return {
    around: () => around,
    replica: () => replica,
    spy: () => spy,
    staff: () => staff,
    asked,
    ordered,
    made,
    mailed,
    sent,
  };
};
