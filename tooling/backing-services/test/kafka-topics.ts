import { connect } from 'node:net';

const metadataKey = 3;
const createTopicsKey = 19;
const clientId = 'backing-test';

/** Creates a topic with one partition over the wire protocol (CreateTopics v2). Throws on any error code. */
export async function createTopic(broker: string, topic: string): Promise<void> {
  const body = Buffer.concat([
    int32(1), // topics
    text(topic),
    int32(1), // partitions
    int16(1), // replication factor
    int32(0), // assignments
    int32(0), // configs
    int32(10_000), // timeout
    Buffer.from([0]), // validate only
  ]);
  const answer = await ask(broker, createTopicsKey, 2, body);
  // throttle time, topic count, topic name, error code
  const errorCode = answer.readInt16BE(4 + 4 + 2 + topic.length);
  if (errorCode !== 0) throw new Error(`CreateTopics answered ${errorCode}`);
}

/** The error code the broker gives for a topic: 0 when it exists, 3 when it is unknown (Metadata v4). */
export async function describeTopic(broker: string, topic: string): Promise<number> {
  const body = Buffer.concat([int32(1), text(topic), Buffer.from([0])]);
  const answer = await ask(broker, metadataKey, 4, body);
  return answer.readInt16BE(answer.indexOf(text(topic)) - 2);
}

function ask(broker: string, key: number, version: number, body: Buffer): Promise<Buffer> {
  const [host = '', port] = broker.split(':');
  const frame = Buffer.concat([int16(key), int16(version), int32(7), text(clientId), body]);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port) });
    let answer = Buffer.alloc(0);
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.write(Buffer.concat([int32(frame.length), frame]));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length < 4 || answer.length < 4 + answer.readInt32BE(0)) return;
      socket.destroy();
      resolve(answer.subarray(8)); // after length and correlation id
    });
  });
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeInt16BE(value);
  return buffer;
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

function text(value: string): Buffer {
  return Buffer.concat([int16(value.length), Buffer.from(value)]);
}
