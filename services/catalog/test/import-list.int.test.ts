import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProductImportRow } from '@quayside/contracts';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf, shopifyFile, smock } from './test-imports.ts';

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1)]);
  await catalog.start();
  staff = importsOf(catalog, `Bearer ${await catalog.minter.admin()}`);
  await staff.uploaded(shopifyFile(smock), 'Winter_lamps-2026.csv');
  await staff.check(await staff.uploaded(shopifyFile(smock), 'Bägs of Lamèque.csv'));
  await staff.imported(shopifyFile(smock), {}, 'summer lamps.csv');
}, 60_000);
afterAll(() => catalog.close());

const found = async (query: Record<string, string>): Promise<string[]> => {
  const { body } = await staff.call('get', `${staff.imports}?${new URLSearchParams(query)}`).expect(200);
  expect(body.totalItems).toBe(body.items.length);
  return body.items.map(({ name }: ProductImportRow) => name);
};

const [winter, bags, summer] = ['Winter_lamps-2026.csv', 'Bägs of Lamèque.csv', 'summer lamps.csv'];

test.each<[Record<string, string>, string[]]>([
  [{}, [summer, bags, winter]],
  [{ q: 'lamp' }, [summer, winter]],
  [{ q: 'LAMPS 2026' }, [winter]],
  [{ q: 'bäg' }, [bags]],
  [{ q: 'ada' }, [summer, bags, winter]],
  [{ q: '%' }, []],
  [{ q: "lamp' | x:*" }, []],
  [{ q: 'bert' }, []],
  [{ state: 'done' }, [summer]],
  [{ state: 'running' }, []],
  [{ state: 'checked' }, [bags]],
  [{ state: 'uploaded', q: 'lamps' }, [winter]],
])('imports by %j', async (query, names) => expect(await found(query)).toEqual(names));

test('what is no filter is refused', async () => {
  await staff.call('get', `${staff.imports}?state=uploading`).expect(400);
  await staff.call('get', `${staff.imports}?who=ada`).expect(400);
});
