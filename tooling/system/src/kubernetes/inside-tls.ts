import { commandOf } from '../commands.ts';
import type { Process } from '../process.ts';
import { edges } from './edges.ts';
import { addressOf, indent, podVariables } from './environment.ts';

const folder = '/etc/inside-tls';
const secretOf = (name: string) => `${name}-inside-tls`;

/** Those that listen by TLS: the public edge does not, as who calls it has no certificate. */
const listensByTls = ({ kind }: Process): boolean => ['service', 'worker', 'pages'].includes(kind);
const takesPart = (process: Process): boolean => listensByTls(process) || process.kind === 'edge';

const certificate = ({ name }: Process): string => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${secretOf(name)}
spec:
  secretName: ${secretOf(name)}
  commonName: ${name}
  dnsNames: [${name}, ${name}.quayside, ${name}.quayside.svc, ${name}.quayside.svc.cluster.local]
  usages: [server auth, client auth]
  duration: 2160h
  renewBefore: 720h
  privateKey: { algorithm: ECDSA, size: 256, rotationPolicy: Always }
  issuerRef: { kind: Issuer, name: inside-ca }`;

/** Of every process that takes part, by the CA that is made beside them. */
export const insideCertificates = (deployed: readonly Process[]): string =>
  deployed.filter(takesPart).map(certificate).join('\n---\n');

const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'].map(
  (probe) => `${probe}: { httpGet: { scheme: HTTPS } }`,
);

/** Addresses of those that listen by TLS now. */
const addresses = (process: Process): string[] =>
  podVariables(commandOf(process)).flatMap(({ name, source }) =>
    'to' in source && listensByTls(source.to)
      ? [`- { name: ${name}, value: ${addressOf(source, 'https')} }`]
      : [],
  );

/** The processes that the NetworkPolicies let in; a list of several is quoted, as its comma would end the value. */
const callers = ({ name }: Process): string[] => {
  const names = edges.filter(({ to }) => to.name === name).map(({ from }) => from.name);
  return names.length > 0 ? [`- { name: TLS_CALLERS, value: '${[...new Set(names)].join(',')}' }`] : [];
};

/** Next.js listens by TLS if that is loaded before it. */
const command = ({ kind, folder: at }: Process): string[] =>
  kind === 'pages' ? [`command: [node, --import, ./${at}/dist/inside-tls.js, ${at}/server.js]`] : [];

const deploymentPatch = (process: Process): string => {
  const container = [
    '- name: app',
    ...[
      ...command(process),
      'env:',
      ...[
        `- { name: TLS_DIR, value: ${folder} }`,
        ...(listensByTls(process) ? callers(process) : []),
        ...addresses(process),
      ].map(indent(2)),
      ...(listensByTls(process) ? probes : []),
      'volumeMounts:',
      `  - { name: inside-tls, mountPath: ${folder}, readOnly: true }`,
    ].map(indent(2)),
  ].join('\n');
  return `- target: { kind: Deployment, name: ${process.name} }
  patch: |
    apiVersion: apps/v1
    kind: Deployment
    metadata: { name: ${process.name} }
    spec:
      template:
        spec:
          containers:
${indent(12)(container)}
          volumes:
            - name: inside-tls
              secret: { secretName: ${secretOf(process.name)} }`;
};

const servicePatch = ({ name }: Process): string => `- target: { kind: Service, name: ${name} }
  patch: |
    - { op: replace, path: /spec/ports/0/port, value: 443 }
    - { op: replace, path: /spec/ports/0/appProtocol, value: https }`;

/** The component by which processes speak TLS among themselves. */
export const insideTlsComponent = (deployed: readonly Process[]): string => {
  const patches = [
    ...deployed.filter(takesPart).map(deploymentPatch),
    ...deployed.filter(({ kind }) => kind === 'service' || kind === 'pages').map(servicePatch),
  ];
  return `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component

resources:
  - ca.yaml
  - certificates.yaml

patches:
${indent(2)(patches.join('\n'))}`;
};
