import { expect, test } from '@jest/globals';
import type { KafkaRecord } from './kafka-record.ts';
import { splitRecords } from './split-records.ts';

const record = (value: string): KafkaRecord => ({
  topic: 'catalog.events.v1',
  key: '1',
  value,
  headers: { a: 'b' },
});
const sizes = (records: KafkaRecord[]): number[] => splitRecords(records).map((part) => part.length);

test('splits by number and by size, and keeps the order', () => {
  const many = Array.from({ length: 1200 }, (_, at) => record(String(at)));
  expect(sizes(many)).toEqual([500, 500, 200]);
  expect(splitRecords(many).flat()).toEqual(many);
  const large = Array.from({ length: 5 }, () => record('x'.repeat(400_000)));
  expect(sizes(large)).toEqual([2, 2, 1]);
  expect(sizes([record('x'), record('x'.repeat(2_000_000)), record('x')])).toEqual([1, 1, 1]);
  expect(splitRecords([])).toEqual([]);
});
