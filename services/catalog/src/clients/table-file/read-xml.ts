import sax, { type SAXParser, type Tag } from 'sax';
import { ImportFileUnfit } from '../../domain/import-errors.ts';

/** What is told of an XML document while it is read; names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** What is said of a document that cannot be read. */
export interface XmlFaults {
  readonly documentType: string;
  readonly broken: (cause: Error) => Error;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

const listening = (listener: XmlListener, faults: XmlFaults): SAXParser => {
  const xml = sax.parser(true, { position: false });
  xml.onopentag = ({ name, attributes }) =>
    listener.open(bare(name), (attributes as Tag['attributes']) ?? {});
  xml.onclosetag = (name) => listener.close?.(bare(name));
  xml.ontext = (text) => listener.text?.(text);
  xml.oncdata = (text) => listener.text?.(text);
  // Entities are defined in it, which may grow without end.
  xml.ondoctype = () => {
    throw new ImportFileUnfit(faults.documentType);
  };
  xml.onerror = (error) => {
    throw faults.broken(error);
  };
  return xml;
};

/**
 * Tells a listener of a document as it comes, and gives the caller a turn after each chunk.
 *
 * @throws {ImportFileUnfit}
 */
export async function* readXml(
  chunks: AsyncIterable<Buffer>,
  faults: XmlFaults,
  listener: XmlListener,
): AsyncGenerator<void> {
  const xml = listening(listener, faults);
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    xml.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  xml.write(decoder.decode()).close();
}

/** Tells a listener of a whole document. @throws {ImportFileUnfit} */
export const readWholeXml = async (
  chunks: AsyncIterable<Buffer>,
  faults: XmlFaults,
  listener: XmlListener,
): Promise<void> => {
  for await (const _ of readXml(chunks, faults, listener));
};
