import { expect, test } from '@jest/globals';

import { tellingLine } from './telling-line.ts';

test('takes the cause out of a Java stack', () => {
  const log = `[2026-11-26 11:50:43,120] ERROR Exiting Kafka due to fatal exception (kafka.Kafka$)
java.lang.RuntimeException: No readable meta.properties files found.
\tat kafka.Kafka$.main(Kafka.scala:83)
\tat kafka.Kafka.main(Kafka.scala)`;
  expect(tellingLine(log)).toBe('java.lang.RuntimeException: No readable meta.properties files found.');
});

test('adds what PostgreSQL explains, and leaves its time out', () => {
  const log = `2026-11-26 11:50 UTC [7] LOG:  starting
2026-11-26 11:50 UTC [7] FATAL:  database files are incompatible with server
2026-11-26 11:50 UTC [7] DETAIL:  The data directory was initialized by version 17.`;
  expect(tellingLine(log)).toBe(
    'FATAL:  database files are incompatible with server; DETAIL:  The data directory was initialized by version 17.',
  );
});

test('reads the JSON of MongoDB', () => {
  const log = `{"t":{"$date":"2026-11-26"},"s":"I","msg":"starting"}
{"t":{"$date":"2026-11-26"},"s":"F","msg":"Wrong mongod version","attr":{"error":"too new"}}`;
  expect(tellingLine(log)).toBe('Wrong mongod version {"error":"too new"}');
});

test('says so when there is nothing to tell', () => {
  expect(tellingLine('')).toBe('it said nothing');
});
