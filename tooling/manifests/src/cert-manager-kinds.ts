const object = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const text = { type: 'string' };
const hours = { type: 'string', pattern: '^\\d+h$' };

const whole = (spec: object) =>
  object(
    {
      apiVersion: text,
      kind: text,
      metadata: object({ name: text, namespace: text, labels: { type: 'object' } }, ['name']),
      spec,
    },
    ['metadata', 'spec'],
  );

/** cert-manager's kinds are no part of Kubernetes' own schemas: the fields of them that we use, and no others. */
export const certManagerKinds: Record<string, object> = {
  'cert-manager.io/v1 Issuer': whole(
    object({ selfSigned: object({}), ca: object({ secretName: text }, ['secretName']) }),
  ),
  'cert-manager.io/v1 Certificate': whole(
    object(
      {
        isCA: { type: 'boolean' },
        secretName: text,
        commonName: { type: 'string', maxLength: 64 },
        dnsNames: { type: 'array', items: text },
        usages: { type: 'array', items: { enum: ['server auth', 'client auth'] } },
        duration: hours,
        renewBefore: hours,
        privateKey: object({
          algorithm: { enum: ['ECDSA'] },
          size: { enum: [256, 384] },
          rotationPolicy: { enum: ['Always', 'Never'] },
        }),
        issuerRef: object({ kind: { enum: ['Issuer', 'ClusterIssuer'] }, name: text }, ['kind', 'name']),
      },
      ['secretName', 'issuerRef'],
    ),
  ),
};
