import { connect } from 'node:net';

const apiVersionsKey = 18;

/**
 * Asks a broker which requests it understands (ApiVersions, version 0): the cheapest request that every broker
 * answers once it serves clients. See https://kafka.apache.org/protocol#The_Messages_ApiVersions.
 *
 * @param broker `host:port`
 * @throws Error when nothing is listening, the answer is an error, or none comes within 1.5 seconds
 */
export function requestApiVersions(broker: string): Promise<void> {
  const [host = '', port = ''] = broker.split(/:(?=\d+$)/);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port) });
    const fail = (reason: string) => socket.destroy(new Error(`Kafka broker ${broker} ${reason}`));
    let answer = Buffer.alloc(0);
    socket.setTimeout(1_500, () => fail('does not answer'));
    socket.once('connect', () => socket.write(apiVersionsRequest()));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length < 10) return;
      const errorCode = answer.readInt16BE(8); // after length and correlation id
      if (errorCode === 0) socket.destroy();
      else fail(`answers with error ${errorCode}`);
      if (errorCode === 0) resolve();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`Kafka broker ${broker} closed the connection`)));
  });
}

function apiVersionsRequest(): Buffer {
  const clientId = 'quayside-health';
  const request = Buffer.alloc(14 + clientId.length);
  request.writeInt32BE(request.length - 4, 0);
  request.writeInt16BE(apiVersionsKey, 4);
  request.writeInt16BE(0, 6);
  request.writeInt32BE(1, 8);
  request.writeInt16BE(clientId.length, 12);
  request.write(clientId, 14);
  return request;
}
