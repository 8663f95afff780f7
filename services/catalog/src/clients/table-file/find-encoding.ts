import type { EncodingFinder } from '../../usecases/imports/table-file.ts';

const startsWith = (part: Buffer, ...bytes: number[]): boolean =>
  bytes.every((byte, at) => part[at] === byte);

/** Of text in Latin letters every other byte is 0: which ones, says the order of the two. */
const utf16Without = (part: Buffer): string | undefined => {
  const head = part.subarray(0, 2000);
  if (head.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const most = head.length / 5;
  if ((zeros[1] ?? 0) > most && (zeros[0] ?? 0) === 0) return 'utf-16le';
  return (zeros[0] ?? 0) > most && (zeros[1] ?? 0) === 0 ? 'utf-16be' : undefined;
};

/**
 * By its mark, by the zeros of UTF-16, or by being UTF-8 from end to end; what is none of them is taken for
 * Windows-1252, which older spreadsheets write.
 */
export const createEncodingFinder = (): EncodingFinder => {
  let byItsStart: string | undefined;
  let isFirst = true;
  let isUtf8 = true;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return {
    see: (part) => {
      if (isFirst) {
        isFirst = false;
        if (startsWith(part, 0xef, 0xbb, 0xbf)) byItsStart = 'utf-8';
        else if (startsWith(part, 0xff, 0xfe)) byItsStart = 'utf-16le';
        else if (startsWith(part, 0xfe, 0xff)) byItsStart = 'utf-16be';
        else byItsStart = utf16Without(part);
      }
      if (byItsStart || !isUtf8) return;
      try {
        decoder.decode(part, { stream: true });
      } catch {
        isUtf8 = false;
      }
    },
    found: () => byItsStart ?? (isUtf8 ? 'utf-8' : 'windows-1252'),
  };
};
