import { parseResources } from '../src/render.ts';

const securityContext =
  '{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }';
const podContext = '{ runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }';
const alive = '{ httpGet: { path: /healthz, port: http } }';
const ready = '{ httpGet: { path: /readyz, port: http } }';
const spread = (key: string) =>
  `{ maxSkew: 1, topologyKey: ${key}, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: [pod-template-hash] }`;

/** A catalog that reads from a database: small, and without a fault. Tests break one thing of it each. */
export const aShop = () =>
  parseResources(`
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.34 }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: origins }
data: { PUBLIC_ORIGIN: 'https://shop.example.com' }
---
apiVersion: v1
kind: Secret
metadata: { name: catalog-database }
data: { DATABASE_URL: ${Buffer.from('postgres://catalog:word@postgres/catalog').toString('base64')} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: catalog }
spec:
  strategy: { rollingUpdate: { maxUnavailable: 0 } }
  selector: { matchLabels: { app.kubernetes.io/name: catalog } }
  template:
    metadata: { labels: { app.kubernetes.io/name: catalog } }
    spec:
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: 30
      topologySpreadConstraints:
        - ${spread('kubernetes.io/hostname')}
        - ${spread('topology.kubernetes.io/zone')}
      securityContext: ${podContext}
      containers:
        - name: app
          image: quayside/catalog:1
          ports: [{ name: http, containerPort: 8102 }]
          env:
            - { name: PUBLIC_ORIGIN, valueFrom: { configMapKeyRef: { name: origins, key: PUBLIC_ORIGIN } } }
            - { name: TOKEN_ISSUER, value: $(PUBLIC_ORIGIN)/identity }
            - { name: DATABASE_URL, valueFrom: { secretKeyRef: { name: catalog-database, key: DATABASE_URL } } }
            - { name: NODE_OPTIONS, value: --max-old-space-size=128 }
            - { name: PORT, value: '8102' }
            - { name: DRAIN_MS, value: '4500' }
          resources: { requests: { cpu: 50m, memory: 128Mi }, limits: { memory: 256Mi } }
          startupProbe: ${alive}
          readinessProbe: ${ready}
          livenessProbe: ${alive}
          lifecycle: { preStop: { sleep: { seconds: 5 } } }
          securityContext: ${securityContext}
          volumeMounts: [{ name: tmp, mountPath: /tmp }]
      volumes: [{ name: tmp, emptyDir: { sizeLimit: 64Mi } }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: catalog }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: catalog }
  minReplicas: 3
  maxReplicas: 9
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: catalog }
spec: { maxUnavailable: 1, selector: { matchLabels: { app.kubernetes.io/name: catalog } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: postgres }
spec:
  serviceName: postgres
  selector: { matchLabels: { app.kubernetes.io/name: postgres } }
  template:
    metadata: { labels: { app.kubernetes.io/name: postgres } }
    spec:
      automountServiceAccountToken: false
      enableServiceLinks: false
      securityContext: ${podContext}
      containers:
        - name: app
          image: postgres:17
          ports: [{ name: postgres, containerPort: 5432 }]
          resources: { requests: { cpu: 50m, memory: 128Mi }, limits: { memory: 1Gi } }
          startupProbe: { tcpSocket: { port: postgres } }
          readinessProbe: { tcpSocket: { port: postgres } }
          livenessProbe: { tcpSocket: { port: postgres } }
          securityContext: ${securityContext}
---
apiVersion: v1
kind: Service
metadata: { name: postgres }
spec:
  selector: { app.kubernetes.io/name: postgres }
  ports: [{ port: 5432, targetPort: postgres }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny }
spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: dns }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
          podSelector: { matchLabels: { k8s-app: kube-dns } }
      ports: [{ port: 53, protocol: UDP }, { port: 53 }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: catalog }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: catalog } }
  policyTypes: [Egress]
  egress:
    - to: [{ podSelector: { matchLabels: { app.kubernetes.io/name: postgres } } }]
      ports: [{ port: 5432 }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: postgres }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: postgres } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchExpressions: [{ key: app.kubernetes.io/name, operator: In, values: [catalog] }] } }]
      ports: [{ port: 5432 }]
`);

type Tree = Record<string, unknown>;

/** The same with one field of one object set to `value`, or taken away without one. */
export const aShopBut = (where: string, path: string, value?: unknown) => {
  const [kind, name] = where.split(' ');
  const resources = aShop();
  const resource = resources.find((each) => each.kind === kind && each.metadata.name === name);
  if (!resource) throw new Error(`the shop has no ${where}`);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((tree, key) => tree[key] as Tree, resource as unknown as Tree);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return resources;
};
