/** A Kubernetes object as it comes out of kustomize: only what the checks look at has a type. */
export interface Resource {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  spec?: unknown;
  type?: string;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
}

interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: { configMapKeyRef?: KeyRef; secretKeyRef?: KeyRef };
}

interface KeyRef {
  name: string;
  key: string;
}

export interface SecurityContext {
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  procMount?: string;
  readOnlyRootFilesystem?: boolean;
  seccompProfile?: { type?: string };
  appArmorProfile?: { type?: string };
  seLinuxOptions?: { type?: string; user?: string; role?: string };
  capabilities?: { add?: string[]; drop?: string[] };
  sysctls?: { name: string }[];
  windowsOptions?: { hostProcess?: boolean };
}

export interface Handler {
  httpGet?: { host?: string; path?: string; port?: string | number; scheme?: string };
  tcpSocket?: { host?: string; port?: string | number };
  sleep?: { seconds: number };
}

export interface Container {
  name: string;
  image: string;
  command?: string[];
  args?: string[];
  ports?: { name?: string; containerPort: number; hostPort?: number }[];
  env?: EnvVar[];
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  securityContext?: SecurityContext;
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  startupProbe?: Handler;
  readinessProbe?: Handler;
  livenessProbe?: Handler;
  lifecycle?: { preStop?: Handler; postStart?: Handler };
  volumeMounts?: { name: string; mountPath?: string }[];
}

export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  ephemeralContainers?: Container[];
  securityContext?: SecurityContext;
  volumes?: ({ name: string; emptyDir?: { sizeLimit?: string } } & Record<string, unknown>)[];
  topologySpreadConstraints?: { topologyKey?: string }[];
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  automountServiceAccountToken?: boolean;
  enableServiceLinks?: boolean;
  terminationGracePeriodSeconds?: number;
}

export interface Workload {
  kind: 'Deployment' | 'StatefulSet' | 'Job';
  name: string;
  labels: Record<string, string>;
  pod: PodSpec;
  resource: Resource;
}

/** All that a pod runs by itself, in the order in which it starts. */
export const containersOf = ({ initContainers = [], containers }: PodSpec): Container[] => [
  ...initContainers,
  ...containers,
];

/** The number of a port that a probe or a Service may name. */
export const portNumber = (pod: PodSpec, port: number | string | undefined): number | undefined =>
  typeof port === 'number'
    ? port
    : pod.containers.flatMap(({ ports = [] }) => ports).find(({ name }) => name === port)?.containerPort;

const workloadKinds = ['Deployment', 'StatefulSet', 'Job'];

/** What runs pods, with the labels those pods carry. */
export const workloadsOf = (resources: readonly Resource[]): Workload[] =>
  resources
    .filter(({ kind }) => workloadKinds.includes(kind))
    .map((resource) => {
      const { template } = resource.spec as {
        template: { metadata?: { labels?: Record<string, string> }; spec: PodSpec };
      };
      const labels = template.metadata?.labels ?? {};
      return {
        kind: resource.kind as Workload['kind'],
        name: labels['app.kubernetes.io/name'] ?? resource.metadata.name,
        labels,
        pod: template.spec,
        resource,
      };
    });
