import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { identityEvents, type ImportMapping } from '@quayside/contracts';
import { createEventSpy, waitUntil } from '@quayside/testkit';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf } from './test-imports.ts';

const people = {
  ada: '0198c0de-0000-7000-8000-00000000ad01',
  bert: '0198c0de-0000-7000-8000-00000000ad02',
} as const;

let catalog: TestCatalog;
let ada: ReturnType<typeof importsOf>;
let bert: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1)]);
  await catalog.start();
  ada = importsOf(catalog, `Bearer ${await catalog.minter.admin({ id: people.ada })}`);
  const merchandiser = await catalog.minter.merchandiser({ id: people.bert });
  bert = importsOf(catalog, `Bearer ${merchandiser}`);
}, 60_000);
afterAll(() => catalog.close());

const file = 'Artikel,Preis,Bild,Bild,Rest\na-1,19.00,x,y,z\n';
const mapping = ['sku', 'price:EUR', null, 'picture', null];

const save = async (
  who: ReturnType<typeof importsOf>,
  body: { name: string; isShared: boolean; mapping?: (string | null)[] },
  content = file,
) => {
  const one = await who.uploaded(content);
  const { encoding: _, delimiter: __, sheet: ___, ...choice } = one.settings;
  return who.call('post', `${who.imports}/${one.id}/mappings`).send({
    ...{ name: body.name, isShared: body.isShared },
    choice: { ...choice, brand: 'Skerry', mapping: body.mapping ?? mapping },
  });
};
const offered = async (who: ReturnType<typeof importsOf>, content: string): Promise<ImportMapping[]> => {
  const one = await who.uploaded(content);
  return (await who.call('get', `${who.imports}/${one.id}/mappings`).expect(200)).body.items;
};
const remove = (who: string, id: string) =>
  catalog.request.delete(`/api/v1/admin/catalog/import-mappings/${id}`).set('authorization', who);

test('a mapping is offered where its headings are, laid out for the columns of that file', async () => {
  const saved = await save(ada, { name: 'From the wholesaler', isShared: false });
  expect(saved.status).toBe(201);
  expect(saved.body).toMatchObject({ name: 'From the wholesaler', isMine: true, choice: { mapping } });
  const other = 'bild,More,BILD, preis ,artikel\n1,2,3,4,5\n';
  expect(await offered(ada, other)).toMatchObject([
    {
      id: saved.body.id,
      actor: { name: 'Ada Admin' },
      choice: { brand: 'Skerry', mapping: [null, null, 'picture', 'price:EUR', 'sku'] },
    },
  ]);
  expect(await offered(ada, 'Artikel,Bild\n1,2\n')).toEqual([]);
});

test('of others only what they share is offered, and the fuller mapping comes first', async () => {
  await save(ada, { name: 'Shared', isShared: true, mapping: ['sku', 'price', null, 'picture', 'tags'] });
  await save(ada, { name: 'Alone', isShared: false });
  expect((await offered(bert, file)).map(({ name, isMine }) => [name, isMine])).toEqual([['Shared', false]]);
  const mine = await offered(ada, file);
  expect(mine[0]?.name).toBe('Shared');
  expect(mine.map(({ name }) => name)).toContain('Alone');
});

test('one of the same name is replaced, which the audit log tells; others have names of their own', async () => {
  const first = await save(ada, { name: 'Twice', isShared: false });
  const second = await save(ada, {
    name: 'TWICE',
    isShared: true,
    mapping: ['sku', 'price', null, null, null],
  });
  expect(second.body.id).toBe(first.body.id);
  const others = await save(bert, { name: 'twice', isShared: false });
  expect(others.body.id).not.toBe(first.body.id);
  const path = `/api/v1/admin/catalog/audit?entity=import-mapping&entityId=${first.body.id}`;
  const { body: log } = await ada.call('get', path).expect(200);
  expect(log.items).toMatchObject([
    { action: 'changed', before: { isShared: false }, after: { isShared: true } },
    { action: 'created' },
  ]);
});

test('what does not fit the file, says nothing or is no field is refused', async () => {
  expect((await save(ada, { name: 'Short', isShared: false, mapping: ['sku'] })).body.code).toBe(
    'import-not-ready',
  );
  const nothing = await save(ada, {
    name: 'Nothing',
    isShared: false,
    mapping: [null, null, null, null, null],
  });
  expect([nothing.status, nothing.body.code]).toEqual([409, 'import-not-ready']);
  expect((await save(ada, { name: 'Odd', isShared: false, mapping: ['no-field'] })).status).toBe(400);
  expect((await save(ada, { name: 'Bell\u0007', isShared: false })).status).toBe(400);
  const gone = `${ada.imports}/${people.ada}/mappings`;
  await ada.call('get', gone).expect(404);
});

test('mappings are forgotten by who saved them; shared ones by admins too, and others are told nothing of own ones', async () => {
  const [adaToken, bertToken] = [
    `Bearer ${await catalog.minter.admin({ id: people.ada })}`,
    `Bearer ${await catalog.minter.merchandiser({ id: people.bert })}`,
  ];
  const own = (await save(ada, { name: 'Own', isShared: false })).body.id;
  const shared = (await save(ada, { name: 'For all', isShared: true })).body.id;
  const berts = (await save(bert, { name: 'Of Bert', isShared: true })).body.id;
  expect((await remove(bertToken, own)).body.code).toBe('import-mapping-not-found');
  const refused = await remove(bertToken, shared);
  expect([refused.status, refused.body.code]).toEqual([403, 'import-mapping-not-yours']);
  await remove(adaToken, berts).expect(204);
  await remove(adaToken, own).expect(204);
  await remove(adaToken, own).expect(404);
});

test('with an account go the mappings that nobody else is offered', async () => {
  await save(bert, { name: 'Of Bert alone', isShared: false });
  await save(bert, { name: 'Of Bert for all', isShared: true });
  const spy = await createEventSpy({ ...catalog.kafka, topics: [] });
  const data = { userId: people.bert, version: 2 };
  await spy.publish(identityEvents.userDeleted, { subject: people.bert, data });
  const names = async () => {
    const { rows } = await catalog.pool.query<{ name: string }>(
      `SELECT name FROM import_mappings WHERE owner_id = $1 AND name LIKE 'Of Bert%'`,
      [people.bert],
    );
    return rows.map(({ name }) => name).join();
  };
  await waitUntil(async () => (await names()) === 'Of Bert for all', { describe: 'the mapping to be gone' });
  await spy.close();
});
