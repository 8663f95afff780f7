import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { certManagerKinds } from './cert-manager-kinds.ts';
import { gatewayApiKinds } from './gateway-api-kinds.ts';
import type { Resource } from './resource.ts';

interface Definitions {
  $defs: Record<
    string,
    { 'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[] }
  >;
}

const kindOf = ({ apiVersion, kind }: Pick<Resource, 'apiVersion' | 'kind'>) => `${apiVersion} ${kind}`;

/** By `apps/v1 Deployment` the name of its definition. */
const namesOfKinds = ({ $defs }: Definitions): Map<string, string> =>
  new Map(
    Object.entries($defs).flatMap(([name, { 'x-kubernetes-group-version-kind': kinds = [] }]) =>
      kinds.map(({ group, version, kind }): [string, string] => [
        kindOf({ apiVersion: group ? `${group}/${version}` : version, kind }),
        name,
      ]),
    ),
  );

const at = '/api/_definitions.json';

/** @returns a check of one object that says each field which is unknown, missing or of the wrong type. */
export const createValidator = (schemas: Record<string, unknown>) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, logger: false });
  ajv.addSchema(schemas, at);
  const names = namesOfKinds(schemas as unknown as Definitions);
  const compiled = new Map<string, ValidateFunction>();

  const validatorOf = (kind: string): ValidateFunction | undefined => {
    const name = names.get(kind);
    const schema =
      gatewayApiKinds[kind] ?? certManagerKinds[kind] ?? (name && { $ref: `${at}#/$defs/${name}` });
    if (!schema) return undefined;
    const validate = compiled.get(kind) ?? ajv.compile(schema);
    compiled.set(kind, validate);
    return validate;
  };

  return (resource: Resource): string[] => {
    const validate = validatorOf(kindOf(resource));
    if (!validate) return [`Kubernetes knows no ${kindOf(resource)}`];
    if (validate(resource)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const field = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
      return `${instancePath} ${message}${field}`;
    });
  };
};
