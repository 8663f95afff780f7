import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

interface Identity {
  cert: string;
  key: string;
  /** Of those whose certificates count. */
  ca: string;
}

const named = (name: string) => [{ name: 'commonName', value: name }];
const strong = { algorithm: 'sha256', keyType: 'ec' } as const;

/**
 * A certificate authority, and certificates by it for both ends of a connection: of a process that is called so, of `localhost`
 * and of 127.0.0.1, or of another host alone.
 */
export const createTestCa = async (name: string) => {
  const ca = await generate(named(name), {
    ...strong,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return {
    cert: ca.cert,
    issue: async (commonName: string, host?: string): Promise<Identity> => {
      const issued = await generate(named(commonName), {
        ...strong,
        ca: { key: ca.private, cert: ca.cert },
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'keyUsage', digitalSignature: true },
          { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
          {
            name: 'subjectAltName',
            altNames: host
              ? [{ type: 2, value: host }]
              : [
                  { type: 2, value: commonName },
                  { type: 2, value: 'localhost' },
                  { type: 7, ip: '127.0.0.1' },
                ],
          },
        ],
      });
      return { cert: issued.cert, key: issued.private, ca: ca.cert };
    },
  };
};
export type TestCa = Awaited<ReturnType<typeof createTestCa>>;

/** Writes a certificate as cert-manager's Secrets are mounted, each file whole or as it was. */
export const writeIdentity = async (folder: string, { cert, key, ca }: Identity): Promise<void> => {
  for (const [name, text] of Object.entries({ 'ca.crt': ca, 'tls.key': key, 'tls.crt': cert })) {
    await writeFile(join(folder, `${name}.new`), text);
    await rename(join(folder, `${name}.new`), join(folder, name));
  }
};
