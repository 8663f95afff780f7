/** A message for any topic; `topic` without the prefix. */
export interface KafkaRecord {
  readonly topic: string;
  readonly key: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers: Record<string, Buffer | string>;
}
