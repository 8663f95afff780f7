import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import { numberFormOf, unescaped, type NumberForm } from './cell-text.ts';
import type { OpenZip } from './open-zip.ts';
import { readWholeXml } from '../read-xml.ts';
import { brokenWorkbook, workbookFaults } from './workbook-fault.ts';

/** Texts that many cells share stand in one place, and have to be in memory while a sheet is read. */
const maxSharedTexts = 2_000_000;
const maxSharedCharacters = 40_000_000;

export interface Workbook {
  /** Those that somebody sees, with where they are in the archive. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly is1904: boolean;
  readonly sharedTexts: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** Where a part says that another is: from the root, or from where it is itself. */
const resolved = (target: string, from: string): string =>
  new URL(target, `zip:///${folderOf(from)}`).pathname.slice(1);

const relationsOf = async (zip: OpenZip, part: string): Promise<Map<string, Relation>> => {
  const folder = folderOf(part);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.has(name)) return relations;
  await readWholeXml(zip.read(name), workbookFaults, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (tag !== 'Relationship' || TargetMode === 'External' || relations.size >= 10_000) return;
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(Target, part) });
    },
  });
  return relations;
};

const ofType = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type === type)?.target;

/** @throws {ImportFileUnfit} for an archive that is no workbook */
export const readWorkbook = async (zip: OpenZip): Promise<Workbook> => {
  const part = ofType(await relationsOf(zip, ''), 'officeDocument') ?? 'xl/workbook.xml';
  if (!zip.has(part)) throw brokenWorkbook('it names no workbook');
  const relations = await relationsOf(zip, part);
  const sheets = new Map<string, string>();
  let is1904 = false;
  await readWholeXml(zip.read(part), workbookFaults, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name))?.[1];
      const relation = relations.get(id ?? '');
      if (relation?.type === 'worksheet') sheets.set(attributes['name'] ?? '', relation.target);
    },
  });
  if (sheets.size === 0) throw new ImportFileUnfit('The workbook has no sheet with cells');
  return {
    sheets,
    is1904,
    sharedTexts: ofType(relations, 'sharedStrings'),
    styles: ofType(relations, 'styles'),
  };
};

/** What shared texts say; how they sound is left out. */
export const readSharedTexts = async (zip: OpenZip, name: string | undefined): Promise<string[]> => {
  const texts: string[] = [];
  if (name === undefined || !zip.has(name)) return texts;
  let text = '';
  let characters = 0;
  let isText = false;
  let isSound = false;
  await readWholeXml(zip.read(name), workbookFaults, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') isSound = true;
      isText = tag === 't' && !isSound;
    },
    text: (more) => {
      if (!isText) return;
      text += more;
      characters += more.length;
      if (characters > maxSharedCharacters) throw new ImportFileUnfit('The workbook has too much text');
    },
    close: (tag) => {
      isText = false;
      if (tag === 'rPh') isSound = false;
      if (tag !== 'si') return;
      if (texts.length >= maxSharedTexts) throw new ImportFileUnfit('The workbook has too many texts');
      texts.push(unescaped(text));
    },
  });
  return texts;
};

const maxStyles = 70_000;

/** How numbers are shown, by the number of a cell's style. */
export const readNumberForms = async (zip: OpenZip, name: string | undefined): Promise<NumberForm[]> => {
  const codes = new Map<number, string>();
  const forms: NumberForm[] = [];
  if (name === undefined || !zip.has(name)) return forms;
  let isOfCells = false;
  await readWholeXml(zip.read(name), workbookFaults, {
    open: (tag, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId);
      if (tag === 'numFmt' && codes.size < maxStyles) codes.set(id, formatCode);
      if (tag === 'cellXfs') isOfCells = true;
      if (tag === 'xf' && isOfCells && forms.length < maxStyles) forms.push(numberFormOf(id, codes.get(id)));
    },
    close: (tag) => {
      if (tag === 'cellXfs') isOfCells = false;
    },
  });
  return forms;
};
