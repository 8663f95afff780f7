import type { KafkaRecord } from './kafka-record.ts';

const maxRecords = 500;
/** Below the broker's limit of 1 MiB for one batch (`message.max.bytes`), also where nothing compresses. */
export const usualMaxBytes = 900_000;

/** Splits records, in order, into requests the broker takes; one that is too large by itself goes alone. */
export const splitRecords = (
  records: readonly KafkaRecord[],
  maxBytes: number = usualMaxBytes,
): KafkaRecord[][] => {
  const parts: KafkaRecord[][] = [];
  let bytes = 0;
  for (const record of records) {
    const size = sizeOf(record);
    const part = parts.at(-1);
    if (part && part.length < maxRecords && bytes + size <= maxBytes) {
      part.push(record);
      bytes += size;
    } else {
      parts.push([record]);
      bytes = size;
    }
  }
  return parts;
};

const sizeOf = ({ key, value, headers }: KafkaRecord): number => {
  const texts = [key, value, ...Object.entries(headers).flat()];
  return texts.reduce<number>((sum, text) => sum + (text === null ? 0 : Buffer.byteLength(text)), 0);
};
