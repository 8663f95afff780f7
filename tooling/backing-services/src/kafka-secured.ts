/** A second listener of the broker, by TLS, that clients have to sign in to; on the loopback like the first. */
export interface KafkaSecured {
  port: number;
  /** PEM; of the name `localhost`. */
  certificate: string;
  /** PEM, PKCS #8. */
  privateKey: string;
  username: string;
  password: string;
}

const scramMechanisms = ['SCRAM-SHA-256', 'SCRAM-SHA-512'];
const saslModules = 'org.apache.kafka.common.security';

/** What stands beside the listener in `listeners`, `advertised.listeners` and the map of their protocols. */
export const securedListener = {
  bound: ({ port }: KafkaSecured) => `SECURED://127.0.0.1:${port}`,
  advertised: ({ port }: KafkaSecured) => `SECURED://localhost:${port}`,
  protocol: 'SECURED:SASL_SSL',
};

/** The broker's settings for it: its certificate, and who may sign in how. */
export const securedProperties = ({ certificate, privateKey, username, password }: KafkaSecured) => ({
  'ssl.keystore.type': 'PEM',
  'ssl.keystore.certificate.chain': inOneLine(certificate),
  'ssl.keystore.key': inOneLine(privateKey),
  'sasl.enabled.mechanisms': ['PLAIN', ...scramMechanisms].join(),
  'listener.name.secured.plain.sasl.jaas.config': `${saslModules}.plain.PlainLoginModule required user_${username}="${password}";`,
  ...Object.fromEntries(
    scramMechanisms.map((mechanism) => [
      `listener.name.secured.${mechanism.toLowerCase()}.sasl.jaas.config`,
      `${saslModules}.scram.ScramLoginModule required;`,
    ]),
  ),
});

/** Arguments for formatting the storage, which is where users who sign in by SCRAM are kept. */
export const scramUsers = ({ username, password }: KafkaSecured): string[] =>
  scramMechanisms.flatMap((mechanism) => [
    '--add-scram',
    `${mechanism}=[name=${username},password=${password}]`,
  ]);

const inOneLine = (pem: string): string => pem.trim().replaceAll(/\r?\n/g, '\\n');
