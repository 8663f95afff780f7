import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { marketingEvents, type Campaign as PublishedCampaign } from '@quayside/contracts';
import { postgresOutbox } from '@quayside/postgres';
import supertest from 'supertest';
import { demoCampaigns } from '../src/main/demo-campaigns.ts';
import { campaignEvents } from '../src/messages/campaign-events.ts';
import { createCampaignSeed } from '../src/store/campaign-store.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const seededAt = new Date('2026-10-01T15:30:00Z');
let now = seededAt;
let started: StartedMarketing;

beforeAll(async () => {
  started = await startMarketing({ smtpUrl: 'smtp://127.0.0.1:1', now: () => now });
});
afterAll(() => started.stop());

const list = () => supertest(started.marketing.api.app).get('/api/v1/campaigns');
const seed = () =>
  createCampaignSeed({
    pool: started.database.pool,
    announce: (tx, campaign) => postgresOutbox.append(tx, ...campaignEvents(campaign)),
  });

describe('GET /api/v1/campaigns', () => {
  test('is an empty list before there are any', async () => {
    const answer = await list().expect(200);
    expect(answer.body).toEqual({ items: [] });
  });

  test('lists those running now to anybody, the latest started first', async () => {
    for (const campaign of demoCampaigns(seededAt)) expect(await seed()(campaign)).toBe(true);
    const answer = await list().expect(200);
    const { items } = answer.body as { items: PublishedCampaign[] };
    expect(items.map(({ name }) => name)).toEqual(['Equinox gales', 'The mending bench']);
    expect(items[0]).toMatchObject({
      discountPercent: 15,
      typeSlug: 'foul-weather',
      startsAt: '2026-09-28T00:00:00.000Z',
      version: 1,
    });
    expect(items[1]).not.toHaveProperty('typeSlug');
    expect(answer.headers['cache-control']).toBe('public, max-age=60');
  });

  test.each([
    ['2026-08-31T23:59:59Z', []],
    ['2026-09-01T00:00:00Z', ['The mending bench']],
    ['2026-09-28T00:00:00Z', ['Equinox gales', 'The mending bench']],
    ['2027-03-30T00:00:00Z', ['The mending bench']],
    ['2027-08-27T00:00:00Z', []],
  ])('at %s lists %j', async (at, names) => {
    now = new Date(at);
    try {
      const answer = await list().expect(200);
      expect((answer.body as { items: PublishedCampaign[] }).items.map(({ name }) => name)).toEqual(names);
    } finally {
      now = seededAt;
    }
  });

  test('is the only thing that can be done there', async () => {
    const answer = await supertest(started.marketing.api.app).post('/api/v1/campaigns').send({}).expect(405);
    expect(answer.body).toMatchObject({ code: 'method-not-allowed', status: 405 });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('refuses what it does not know', async () => {
    const answer = await list().query({ brand: 'x' }).expect(400);
    expect(answer.body).toMatchObject({ code: 'malformed-request' });
  });
});

test('each campaign was announced once, also when it is added again', async () => {
  for (const campaign of demoCampaigns(new Date('2026-12-24T00:00:00Z'))) {
    expect(await seed()(campaign)).toBe(false);
  }
  await started.marketing.relay.drain();
  const [gales] = demoCampaigns(seededAt);
  const event = await started.events.waitFor(
    marketingEvents.campaignChanged,
    ({ subject }) => subject === gales?.id,
  );
  expect(event.data).toEqual({
    ...gales,
    startsAt: gales?.startsAt.toISOString(),
    endsAt: gales?.endsAt.toISOString(),
  });
  await started.events.waitFor(marketingEvents.campaignChanged, ({ subject }) => subject !== gales?.id);
  expect(started.events.all(marketingEvents.campaignChanged)).toHaveLength(2);
  expect(started.events.all(marketingEvents.campaignChangedV2)).toHaveLength(2);
});
