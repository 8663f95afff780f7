import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import type { ArchiveFiles, ProductArchive } from '../../../usecases/imports/product-archive.ts';
import { beginsAsZip, isOfAnotherProgram } from '../workbook/kind-of-file.ts';
import { openZip, type OpenZip, type ZipFaults } from '../workbook/open-zip.ts';

const megabyte = 1_000_000;
const maxPicture = 20_000_000;
const maxTable = 60_000_000;
const maxWhole = 2_000_000_000;

const faults: ZipFaults = {
  tooMany: (max) => `The archive holds more than ${max.toLocaleString('en')} files: divide it`,
  twice: (name) => `The archive holds ${shown(name)} twice`,
  broken: (cause) => {
    const words = cause instanceof Error ? cause.message : '';
    return new ImportFileUnfit(
      /^(absolute path|invalid relative path|invalid characters in fileName)/.test(words)
        ? 'A file of the archive has a name that leads out of it: pack it anew'
        : 'The file is broken: save a workbook anew, or pack an archive anew, and upload that',
      { cause },
    );
  },
};

const shown = (name: string): string => name.slice(-80);

const isFolder = (name: string): boolean => name.endsWith('/');
/** What systems put into archives by themselves. */
const isLeftOver = (name: string): boolean =>
  /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);
const isTable = (name: string): boolean => /\.(csv|tsv|txt|xlsx|xml)$/i.test(name);
const isPicture = (name: string): boolean => /\.(jpe?g|png|webp)$/i.test(name);
const isArchive = (name: string): boolean => /\.(zip|7z|rar|tar|tgz|gz|bz2|xz|zst)$/i.test(name);

/** The table, of several texts that one which is no `readme`. */
const tableIn = (names: readonly string[]): string => {
  const tables = names.filter(isTable);
  const likely = tables.length > 1 ? tables.filter((name) => !/\.txt$/i.test(name)) : tables;
  const [table, another] = likely;
  if (table === undefined)
    throw new ImportFileUnfit('The archive has no table: put a CSV, XLSX or XML file beside the pictures');
  if (another !== undefined)
    throw new ImportFileUnfit(
      `The archive has several tables, ${shown(table)} and ${shown(another)}: leave one`,
    );
  return table;
};

const requireBounds = (zip: OpenZip, names: readonly string[], table: string): void => {
  const nested = names.find(isArchive);
  if (nested !== undefined)
    throw new ImportFileUnfit(
      `The archive holds another one, ${shown(nested)}: put its files beside the table`,
    );
  const sizes = names.map((name) => ({ name, bytes: zip.bytesOf(name) }));
  const whole = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (whole > maxWhole)
    throw new ImportFileUnfit(`The archive unpacks to more than ${maxWhole / megabyte} MB`);
  for (const { name, bytes } of sizes) {
    const max = name === table ? maxTable : isPicture(name) ? maxPicture : maxWhole;
    if (bytes > max) throw new ImportFileUnfit(`${shown(name)} unpacks to more than ${max / megabyte} MB`);
  }
};

/** Paths as people write them: either slash, no dot before it, whatever the case. */
const plain = (path: string): string =>
  path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .normalize()
    .toLowerCase();

const finderOf = (pictures: readonly string[], table: string): ProductArchive['find'] => {
  const folder = table.slice(0, table.lastIndexOf('/') + 1);
  const byPath = new Map(pictures.map((name) => [plain(name), name]));
  const byName = Map.groupBy(pictures, (name) => plain(name.slice(name.lastIndexOf('/') + 1)));
  return (text) => {
    const path = plain(text);
    const known = byPath.get(plain(folder + path)) ?? byPath.get(path);
    const alike = byName.get(path) ?? [];
    return known ?? (alike.length === 1 ? alike[0] : undefined);
  };
};

/** Archives of a table and its pictures. What stands in their directory is looked at before anything is unpacked. */
export const archiveFiles: ArchiveFiles = {
  open: async (file) => {
    if (!(await beginsAsZip(file))) return undefined;
    const zip = await openZip(file, faults);
    if (isOfAnotherProgram(zip)) return undefined;
    const names = zip.names().filter((name) => !isFolder(name) && !isLeftOver(name));
    const table = tableIn(names);
    requireBounds(zip, names, table);
    return { table, find: finderOf(names.filter(isPicture), table), read: (entry) => zip.read(entry) };
  },
};
