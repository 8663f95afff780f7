import { parseResources } from '../src/render.ts';

const gateway = (origin: string, type: string) => `
apiVersion: v1
kind: ConfigMap
metadata: { name: origins }
data: { PUBLIC_ORIGIN: '${origin}' }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: gateway } }
    spec:
      containers:
        - { name: app, image: a, ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 8081 }] }
---
apiVersion: v1
kind: Service
metadata: { name: gateway }
spec: { selector: { app.kubernetes.io/name: gateway }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: management }
spec:
  type: ${type}
  selector: { app.kubernetes.io/name: gateway }
  ports: [{ name: metrics, port: 8081, targetPort: metrics }]
---
`;
const [shop, host] = ['https://shop.example.com', 'shop.example.com'];

interface Route {
  origin?: string;
  host?: string;
  tls?: string;
  service?: string;
  port?: string | number;
  type?: string;
}

/** A gateway with a public port and one that is not, behind an Ingress. */
export const anIngress = (route: Route) =>
  parseResources(`${gateway(route.origin ?? shop, route.type ?? 'ClusterIP')}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop }
spec:
  tls: [{ hosts: [${route.tls ?? host}], secretName: shop-tls }]
  rules:
    - host: ${route.host ?? host}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: ${route.service ?? 'gateway'}, port: { name: ${route.port ?? 'http'} } } }
`);

/** The same behind a route of the Gateway API. */
export const aRoute = (route: Route) =>
  parseResources(`${gateway(route.origin ?? shop, route.type ?? 'ClusterIP')}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop }
spec:
  parentRefs: [{ name: public }]
  hostnames: [${route.host ?? host}]
  rules: [{ backendRefs: [{ name: ${route.service ?? 'gateway'}, port: ${route.port ?? 80} }] }]
`);
