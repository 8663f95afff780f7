import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditPage, SavedView } from '@quayside/contracts';
import { basicCredentials } from '@quayside/http';
import { demoUsers } from '../src/main/demo-users.ts';
import { staffCalls } from './staff-calls.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;
let call: Awaited<ReturnType<typeof staffCalls>>['call'];
beforeAll(async () => {
  started = await startIdentity();
  ({ call } = await staffCalls(started));
});
afterAll(() => started.stop());

const views = '/api/v1/admin/identity/views';
const query = { q: 'boot', sort: '-changed', filters: { status: 'draft' }, hidden: ['brand'] };
const save = async (name: string, more: object = {}, as = 'merchandiser', table = 'products') => {
  const body = { name, isShared: false, query, ...more };
  return call('POST', `${views}/${table}`, { as, body });
};
const saved = async (...input: Parameters<typeof save>) => (await (await save(...input)).json()) as SavedView;
const namesOf = async (as: string, table = 'products') => {
  const { items } = (await (await call('GET', `${views}/${table}`, { as })).json()) as { items: SavedView[] };
  return items.map(({ name }) => name);
};
const change = (id: string, body: object, { as = 'merchandiser', version = 1, table = 'products' } = {}) =>
  call('PUT', `${views}/${table}/${id}`, { as, ifMatch: `"v${version}"`, body });
const remove = (id: string, { as = 'merchandiser', version = 1 } = {}) =>
  call('DELETE', `${views}/products/${id}`, { as, ifMatch: `"v${version}"` });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

describe('a view', () => {
  test('is kept with its filters, sort and columns, for who made it alone, changed and forgotten', async () => {
    const made = await save('Drafts');
    expect(made.status).toBe(201);
    const view = (await made.json()) as SavedView;
    expect(made.headers.get('location')).toBe(`${views}/products/${view.id}`);
    expect(view).toMatchObject({ name: 'Drafts', isMine: true, isShared: false, query, version: 1 });
    expect(await namesOf('merchandiser')).toEqual(['Drafts']);
    expect(await namesOf('admin')).toEqual([]);

    const next = { ...query, sort: 'name', hidden: [] };
    expect(await (await change(view.id, { name: 'Boots', query: next })).json()).toMatchObject({
      name: 'Boots',
      query: next,
      version: 2,
    });
    const stale = await change(view.id, { name: 'Late' });
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ code: 'stale-version', current: { name: 'Boots' } });
    expect(await codeOf(await change(view.id, { name: 'Mine' }, { as: 'admin', version: 2 }))).toEqual([
      404,
      'view-not-found',
    ]);
    expect((await remove(view.id, { version: 2 })).status).toBe(204);
    expect(await namesOf('merchandiser')).toEqual([]);
    const log = await call('GET', `/api/v1/admin/identity/audit?entity=view&entityId=${view.id}`);
    expect(((await log.json()) as AuditPage).items.map(({ action }) => action)).toEqual([
      'deleted',
      'changed',
      'created',
    ]);
  });

  test('that is shared is seen by all who see the table, and changed by who made it or an admin', async () => {
    const mine = await saved('Of the merchandiser', { isShared: true });
    const theirs = await saved('Of the admin', { isShared: true }, 'admin');
    expect(await namesOf('merchandiser')).toEqual(['Of the admin', 'Of the merchandiser']);
    expect(await codeOf(await change(theirs.id, { name: 'Taken over' }))).toEqual([403, 'view-not-yours']);
    expect(await codeOf(await remove(theirs.id))).toEqual([403, 'view-not-yours']);
    expect((await change(mine.id, { isShared: false }, { as: 'admin' })).status).toBe(200);
    expect(await namesOf('admin')).toEqual(['Of the admin']);
    expect((await remove(mine.id, { version: 2 })).status).toBe(204);
    expect((await remove(theirs.id, { as: 'admin' })).status).toBe(204);
  });

  test('has a name that its owner has once in a table, whoever is faster', async () => {
    const answers = await Promise.all([save('Same'), save('same')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409) as Response;
    expect(await codeOf(refused)).toEqual([409, 'view-name-taken']);
    expect((await save('Same', {}, 'admin')).status).toBe(201);
    const other = await saved('Other');
    expect(await codeOf(await change(other.id, { name: 'SAME' }))).toEqual([409, 'view-name-taken']);
  });

  test('of orders keeps no text that was searched for and no buyer', async () => {
    const asked = { filters: { payment: 'declined' }, hidden: [] };
    const made = await save('Declined', { query: asked }, 'support', 'orders');
    expect(await made.json()).toMatchObject({ query: { q: '', filters: { payment: 'declined' } } });
    expect(await namesOf('support', 'orders')).toEqual(['Declined']);
    for (const unfit of [
      { ...asked, q: 'Signe Holm' },
      { ...asked, filters: { buyer: 'x' } },
    ]) {
      expect((await save('Who', { query: unfit }, 'support', 'orders')).status).toBe(400);
    }
    expect((await save('Not theirs', {}, 'support')).status).toBe(403);
    expect((await call('GET', `${views}/orders`, { as: 'merchandiser' })).status).toBe(403);
  });

  test.each<[object]>([
    [{ name: ' ' }],
    [{ query: { ...query, sort: 'name; drop' } }],
    [{ query: { ...query, filters: { status: 'x'.repeat(41) } } }],
    [{ query: { ...query, hidden: ['a b'] } }],
    [{ isShared: 'yes' }],
    [{ color: 'red' }],
  ])('that cannot be one is 400 (%j)', async (more) => {
    expect((await save('Unfit', more)).status).toBe(400);
  });

  test('is one of fifty at most', async () => {
    const answers: number[] = [];
    for (let at = 0; at < 51; at += 1) {
      const asked = { filters: {}, hidden: [] };
      answers.push((await save(`View ${at}`, { query: asked }, 'admin', 'orders')).status);
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(50);
    expect(answers.at(-1)).toBe(409);
  });

  test('goes with the account, and where it is shared stays without a name', async () => {
    await saved('Gone', { isShared: false });
    await saved('Stays', { isShared: true });
    const merchandiser = demoUsers.find(({ user }) => user.email.startsWith('merchandiser'))?.user.id ?? '';
    const { authorization } = basicCredentials('quayside-gateway', started.config.GATEWAY_CLIENT_SECRET);
    await fetch(`${started.serviceUrl}/internal/v1/users/${merchandiser}`, {
      method: 'DELETE',
      headers: { authorization },
    });
    const { items } = (await (await call('GET', `${views}/products`)).json()) as { items: SavedView[] };
    const stays = items.find(({ name }) => name === 'Stays');
    expect(stays).toMatchObject({ isMine: false, isShared: true });
    expect(stays).not.toHaveProperty('owner');
    const { rows } = await started.database.pool.query(`SELECT 1 FROM saved_views WHERE name = 'Gone'`);
    expect(rows).toEqual([]);
  });
});
