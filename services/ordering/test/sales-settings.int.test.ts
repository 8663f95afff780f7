import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoSalesSettings, orderingEvents } from '@quayside/contracts';
import type { SalesSettings } from '@quayside/contracts/money';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
let admin: string;

beforeAll(async () => {
  bench = await createOrderingBench();
  api = await bench.startApi();
  admin = await bench.minter.admin({ id: uuidv7() });
});
afterAll(() => bench?.close());

const path = '/api/v1/sales-settings';
const get = (token = admin) => request(api.api.app).get(path).set('authorization', `Bearer ${token}`);
const put = (body: object, ifMatch: string | undefined, token = admin) => {
  const call = request(api.api.app).put(path).set('authorization', `Bearer ${token}`);
  return (ifMatch === undefined ? call : call.set('if-match', ifMatch)).send(body);
};
const current = async () => {
  const { body, headers } = await get();
  const { version, ...settings } = body as SalesSettings & { version: number };
  return { version, settings, etag: headers['etag'] as string };
};
/** With another tax in the first country. */
const taxed = (rate: number): SalesSettings => {
  const [first, ...others] = demoSalesSettings.countries;
  const tax = { ...first!.tax, rates: { ...first!.tax.rates, standard: rate } };
  return { ...demoSalesSettings, countries: [{ ...first!, tax }, ...others] };
};
const versions = () =>
  bench.spy.all(orderingEvents.salesSettingsChanged).map(({ data: { version } }) => version);

describe('sales settings', () => {
  test('are those of the demo at first, and everybody is told, once', async () => {
    const told = await bench.spy.waitFor(
      orderingEvents.salesSettingsChanged,
      ({ data }) => data.version === 1,
    );
    expect(told).toMatchObject({ subject: 'shop', data: demoSalesSettings });
    expect(await current()).toEqual({ version: 1, settings: demoSalesSettings, etag: '"v1"' });

    const second = await bench.startApi();
    await second.relay.drain();
    expect(versions()).toEqual([1]);
  });

  test('are replaced by an admin who read them, and everybody is told', async () => {
    const { etag, version } = await current();
    const answer = await put(taxed(700), etag);
    expect(answer.status).toBe(200);
    expect(answer.headers['etag']).toBe(`"v${version + 1}"`);
    expect(answer.body).toEqual({ ...taxed(700), version: version + 1 });
    const told = await bench.spy.waitFor(
      orderingEvents.salesSettingsChanged,
      ({ data }) => data.version === version + 1,
    );
    expect(told.data).toEqual({ ...taxed(700), version: version + 1 });
  });

  test('leave in the audit log who changed which figure, in the write that changed it', async () => {
    const { etag, settings } = await current();
    const [first] = settings.countries;
    const was = first?.tax.rates['standard'];
    await put(taxed(1234), etag).expect(200);
    const { body } = await request(api.api.app)
      .get('/api/v1/admin/ordering/audit?entity=sales-settings&pageSize=1')
      .set('authorization', `Bearer ${admin}`)
      .expect(200);
    const fact = `countries ${first?.country} tax rates standard`;
    expect(body.items).toMatchObject([{ action: 'changed', entityId: 'shop' }]);
    expect(body.items[0].before).toEqual({ [fact]: was });
    expect(body.items[0].after).toEqual({ [fact]: 1234 });
  });

  test('ask whoever signed in long ago to do so again, and change nothing until then', async () => {
    const before = await current();
    const long = await bench.minter.admin({ id: uuidv7(), signedInFor: 3600 });
    const answer = await put(taxed(1), before.etag, long);
    expect([answer.status, answer.body.code]).toEqual([401, 'step-up-required']);
    expect(await current()).toEqual(before);
  });

  test('of two changes at once take one', async () => {
    const { etag, version } = await current();
    const answers = await Promise.all([put(taxed(1), etag), put(taxed(2), etag)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'stale-version',
      current: { version: version + 1 },
    });
    expect((await current()).version).toBe(version + 1);
  });

  const [us, ...rest] = demoSalesSettings.countries;
  const [zone, ...zones] = demoSalesSettings.shippingZones;
  test.each<[string, object, number, string]>([
    ['a negative tax', taxed(-1), 422, 'tax-rate-out-of-range'],
    [
      'a tax class without rates',
      { ...demoSalesSettings, taxClasses: ['standard', 'reduced', 'untaxed', 'books'] },
      422,
      'tax-rate-missing',
    ],
    [
      'a country without a zone',
      { ...demoSalesSettings, shippingZones: zones },
      422,
      'shipping-zone-missing',
    ],
    [
      'a gap between tiers',
      {
        ...demoSalesSettings,
        shippingZones: [
          {
            ...zone,
            methods: [
              {
                ...zone!.methods[0],
                rates: [
                  {
                    currency: 'USD',
                    byTotal: [
                      { from: 0, below: 5, price: 1 },
                      { from: 6, price: 0 },
                    ],
                  },
                ],
              },
            ],
          },
          ...zones,
        ],
      },
      422,
      'shipping-tier-gap',
    ],
    [
      'no price for a parcel in a currency that is paid in',
      {
        ...demoSalesSettings,
        shippingZones: demoSalesSettings.shippingZones.map((one) => ({
          ...one,
          methods: one.methods.map((method) => ({
            ...method,
            rates: method.rates.filter(({ currency }) => currency !== 'USD' || method.rates.length === 1),
          })),
        })),
      },
      422,
      'shipping-rate-missing',
    ],
    [
      'a currency that does not exist',
      { ...demoSalesSettings, countries: [{ ...us, currencies: ['USD', 'ZZZ'] }, ...rest] },
      422,
      'currency-unknown',
    ],
    ['half a basis point', taxed(0.5), 400, 'malformed-request'],
    ['an unknown field', { ...demoSalesSettings, discount: 1 }, 400, 'malformed-request'],
    ['nothing', {}, 400, 'malformed-request'],
  ])('with %s are refused, and nothing changes', async (_what, body, status, code) => {
    const before = await current();
    await bench.spy.waitFor(
      orderingEvents.salesSettingsChanged,
      ({ data }) => data.version === before.version,
    );
    const told = versions();
    const answer = await put(body, before.etag);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors.length).toBeGreaterThan(0);
    expect(await current()).toEqual(before);
    await api.relay.drain();
    expect(versions()).toEqual(told);
  });

  test('need to have been read', async () => {
    const before = await current();
    const without = await put(taxed(3), undefined);
    expect([without.status, without.body.code]).toEqual([428, 'precondition-required']);
    const stale = await put(taxed(3), '"v1"');
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-version']);
    expect(await current()).toEqual(before);
  });

  test('are nothing for shoppers', async () => {
    const shopper = await bench.minter.shopper({ id: uuidv7() });
    expect((await get(shopper)).status).toBe(403);
    expect((await put(taxed(3), '"v1"', shopper)).status).toBe(403);
  });
});
