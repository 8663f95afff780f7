import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
  type ECDH,
} from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedPush {
  readonly path: string;
  readonly topic: string;
  readonly authorization: string;
  readonly body: Buffer;
}

const bytesOf = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** As a browser does it (RFC 8291 in one record of RFC 8188). */
const decrypt = (body: Buffer, pair: ECDH, auth: Buffer): string => {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
  const secret = bytesOf(pair.computeSecret(sender), auth, info, 32);
  const key = bytesOf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = bytesOf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const sealed = body.subarray(21 + keyLength);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
};

/** Who a message says it is from, if the signature is good (RFC 8292). */
export const senderOf = ({ authorization }: ReceivedPush): { aud: string; sub: string; key: string } => {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as never, format: 'jwk' });
  const isGood = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isGood) throw new Error('the signature is not good');
  return {
    ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string }),
    key,
  };
};

/** Plays the push service of browsers. `never` takes a message and does not answer; `break` ends the connection instead. */
export const playPushService = async () => {
  const requests: ReceivedPush[] = [];
  let next: number | 'never' | 'break' = 201;
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      requests.push({
        path: req.url ?? '',
        topic: String(req.headers['topic']),
        authorization: req.headers.authorization ?? '',
        body: Buffer.concat(parts),
      });
      if (next === 'break') req.socket.destroy();
      else if (next !== 'never') res.writeHead(next).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin, requests },
    answer: (how: typeof next) => void (next = how),
    /** A browser of somebody, with what it tells the shop and reads of what it is sent. */
    browser: (language: 'en' | 'de', path = `/push/${randomBytes(12).toString('hex')}`) => {
      const pair = createECDH('prime256v1');
      const auth = randomBytes(16);
      const keys = { p256dh: pair.generateKeys().toString('base64url'), auth: auth.toString('base64url') };
      const received = () => requests.filter((request) => request.path === path);
      return {
        body: { endpoint: origin + path, keys, language },
        received,
        read: () =>
          received().map(
            ({ body }) =>
              JSON.parse(decrypt(body, pair, auth)) as Record<'title' | 'body' | 'path' | 'tag', string>,
          ),
      };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
