import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import type { KeptFile } from '../../../usecases/imports/table-file.ts';
import { brokenWorkbook } from './workbook-fault.ts';

/** What is said of an archive that cannot be read. */
export interface ZipFaults {
  readonly tooMany: (max: number) => string;
  readonly twice: (name: string) => string;
  readonly broken: (cause: unknown) => Error;
}

const workbookZipFaults: ZipFaults = {
  tooMany: () => 'It holds too many files to be a workbook',
  twice: () => 'It holds a file twice, as no spreadsheet writes it',
  broken: brokenWorkbook,
};

/** What an entry may unpack to; a workbook that a spreadsheet wrote of as many rows as are taken stays far below. */
const maxInflatedBytes = 400_000_000;
const maxEntries = 10_000;

class KeptFileReader extends RandomAccessReader {
  readonly #file: KeptFile;
  /** Of the store, which the archive is not to blame for. */
  readFailed: unknown;

  constructor(file: KeptFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const stream = Readable.from(this.#file.read(start, end), { objectMode: false });
    stream.once('error', (error) => (this.readFailed = error));
    return stream;
  }
}

/** An archive, its entries by their names. */
export interface OpenZip {
  has(name: string): boolean;
  names(): readonly string[];
  /** What an entry says that it unpacks to. */
  bytesOf(name: string): number;
  /**
   * What an entry unpacks to, chunk by chunk; no more than it says, and no more than is taken.
   *
   * @throws {ImportFileUnfit}
   */
  read(name: string): AsyncGenerator<Buffer>;
}

const entriesOf = async (zip: ZipFile, faults: ZipFaults): Promise<Map<string, Entry>> => {
  if (zip.entryCount > maxEntries) throw new ImportFileUnfit(faults.tooMany(maxEntries));
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    // Programs differ in which of two they take.
    if (entries.has(entry.fileName)) throw new ImportFileUnfit(faults.twice(entry.fileName));
    entries.set(entry.fileName, entry);
  }
  return entries;
};

/** @throws {ImportFileUnfit} for one that is broken */
export const openZip = async (file: KeptFile, faults: ZipFaults = workbookZipFaults): Promise<OpenZip> => {
  const reader = new KeptFileReader(file);
  const toFault = (error: unknown): unknown => {
    if (reader.readFailed !== undefined) return reader.readFailed;
    return error instanceof ImportFileUnfit ? error : faults.broken(error);
  };
  const open = async () => {
    const zip = await fromRandomAccessReaderPromise(reader, file.bytes, {
      autoClose: false,
      lazyEntries: true,
    });
    return { zip, entries: await entriesOf(zip, faults) };
  };
  const { zip, entries } = await open().catch((error: unknown) => {
    throw toFault(error);
  });
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    bytesOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read: async function* (name) {
      const entry = entries.get(name);
      if (!entry) throw faults.broken(`it has no ${name}`);
      if (entry.isEncrypted()) {
        throw new ImportFileUnfit('It is protected by a password: save it without one');
      }
      if (entry.uncompressedSize > maxInflatedBytes) {
        throw new ImportFileUnfit(`It unpacks to more than ${maxInflatedBytes / 1_000_000} MB`);
      }
      let stream: Readable | undefined;
      try {
        stream = await zip.openReadStreamPromise(entry);
        for await (const chunk of stream) yield chunk as Buffer;
      } catch (error) {
        throw toFault(error);
      } finally {
        stream?.destroy();
      }
    },
  };
};
