const object = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: unknown) => ({ type: 'array', items });
const text = { type: 'string' };
const number = { type: 'integer' };

const parentRef = object({ name: text, namespace: text, sectionName: text, port: number }, ['name']);
const path = object({ type: { enum: ['Exact', 'PathPrefix', 'RegularExpression'] }, value: text });
const rule = object({
  name: text,
  matches: list(object({ path })),
  backendRefs: list(object({ name: text, namespace: text, port: number, weight: number }, ['name', 'port'])),
  timeouts: object({ request: text, backendRequest: text }),
});

/** The Gateway API is no part of Kubernetes' own schemas: the fields of it that we use, and no others. */
export const gatewayApiKinds: Record<string, object> = {
  'gateway.networking.k8s.io/v1 HTTPRoute': object(
    {
      apiVersion: text,
      kind: text,
      metadata: object({ name: text, namespace: text, labels: { type: 'object' } }, ['name']),
      spec: object({ parentRefs: list(parentRef), hostnames: list(text), rules: list(rule) }, [
        'parentRefs',
        'rules',
      ]),
    },
    ['metadata', 'spec'],
  ),
};
