import { maxImportColumns } from '@quayside/contracts';
import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import type { ImportRow } from '../../../domain/imports/import-file.ts';
import type { KeptFile } from '../../../usecases/imports/table-file.ts';
import { readXml, type XmlFaults, type XmlListener } from '../read-xml.ts';

/** What a feed is called where others have sheets. */
const feedSheet = 'Feed';
/** As of a record of a file of text. */
const maxCharacters = 1_000_000;
/** What an item may say several times; of anything else the first counts. */
const severalTimes = new Set(['additional_image_link']);

const faults: XmlFaults = {
  documentType: 'The feed has a document type, as no feed of products needs it',
  broken: (cause) => new ImportFileUnfit('The feed is broken: it is no XML', { cause }),
};

const startOf = async (file: KeptFile): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of file.read(0, Math.min(512, file.bytes))) parts.push(part);
  return new TextDecoder().decode(Buffer.concat(parts)).trimStart();
};

/** One sheet, where a file is a feed in XML; undefined where it is none. @throws {ImportFileUnfit} */
export const feedSheets = async (file: KeptFile): Promise<readonly string[] | undefined> => {
  const start = await startOf(file);
  if (!/^<(\?xml|rss|feed)\b/.test(start)) return undefined;
  const encoding = /^<\?xml[^>]*\bencoding=["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8';
  if (!/^(utf-8|us-ascii)$/i.test(encoding))
    throw new ImportFileUnfit(`The feed is written in ${encoding}: save it as UTF-8`);
  return [feedSheet];
};

type Item = Map<string, string>;

/** Makes items of what a feed tells, RSS or Atom; those that are whole are taken from `done`. */
const createItemMaker = (): XmlListener & { done: Item[] } => {
  const path: string[] = [];
  let item: Item | undefined;
  let itemDepth = 0;
  let text = '';
  const maker = {
    done: [] as Item[],
    open: (name: string): void => {
      path.push(name);
      text = '';
      if (!item && (name === 'item' || name === 'entry')) {
        item = new Map();
        itemDepth = path.length;
      }
    },
    text: (more: string): void => {
      if (!item || path.length !== itemDepth + 1) return;
      text += more;
      if (text.length > maxCharacters)
        throw new ImportFileUnfit('An item of the feed has a text that is too long');
    },
    close: (name: string): void => {
      const depth = path.length;
      path.pop();
      if (!item) return;
      if (depth === itemDepth) {
        maker.done.push(item);
        item = undefined;
        return;
      }
      const value = text.trim();
      text = '';
      // What stands deeper, such as prices of shipping, is no cell.
      if (depth !== itemDepth + 1 || value === '') return;
      const before = item.get(name);
      if (before === undefined) item.set(name, value);
      else if (severalTimes.has(name)) item.set(name, `${before}\n${value}`);
    },
  };
  return maker;
};

async function* itemsIn(file: KeptFile): AsyncGenerator<Item> {
  const maker = createItemMaker();
  for await (const _ of readXml(file.read(0, file.bytes), faults, maker)) {
    yield* maker.done;
    maker.done = [];
  }
  yield* maker.done;
}

/** What any item says, in the order in which it is first said. */
const columnsIn = async (file: KeptFile): Promise<string[]> => {
  const names = new Set<string>();
  for await (const item of itemsIn(file)) {
    for (const name of item.keys()) names.add(name);
    if (names.size > maxImportColumns)
      throw new ImportFileUnfit(`Its items say more than ${maxImportColumns} different things`);
  }
  if (names.size === 0)
    throw new ImportFileUnfit('It is XML without items: upload a feed of products, or a table');
  return [...names];
};

/** A row for each item, the first one that of the columns' names: the feed is read twice. @throws {ImportFileUnfit} */
export async function* feedRows(file: KeptFile): AsyncGenerator<ImportRow> {
  const columns = await columnsIn(file);
  yield { row: 1, cells: columns };
  let row = 1;
  for await (const item of itemsIn(file)) {
    row += 1;
    yield { row, cells: columns.map((name) => item.get(name) ?? '') };
  }
}
