// The bill of materials of one image, as CycloneDX 1.6.

/** Installed Debian packages out of dpkg's status file. */
export const debianPackages = (status) =>
  status
    .split(/\n\n+/)
    .map((block) =>
      Object.fromEntries([...block.matchAll(/^([A-Z][\w-]*): (.*)$/gm)].map(([, k, v]) => [k, v])),
    )
    .filter(({ Package, Status }) => Package && Status?.endsWith(' installed'))
    .map(({ Package, Version, Architecture }) => ({
      name: Package,
      version: Version,
      architecture: Architecture,
    }));

const npmComponent = ({ name, version, license }) => ({
  type: 'library',
  'bom-ref': npmUrl(name, version),
  name,
  version,
  purl: npmUrl(name, version),
  ...(license && { licenses: [licenseOf(license)] }),
});

const npmUrl = (name, version) =>
  `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version).replaceAll('%2B', '+')}`;

/** `(MIT OR Apache-2.0)` is an expression, `MIT` an id, and `SEE LICENSE IN x` only a name. */
const licenseOf = (license) => {
  if (/ (AND|OR|WITH) /.test(license)) return { expression: license };
  return { license: /^[\w.+-]+$/.test(license) ? { id: license } : { name: license } };
};

const debianComponent = ({ name, version, architecture }) => {
  const purl = `pkg:deb/debian/${encodeURIComponent(name)}@${encodeURIComponent(version)}?arch=${architecture}`;
  return { type: 'library', 'bom-ref': purl, name, version, purl };
};

const nodeComponent = (version) => ({
  type: 'application',
  'bom-ref': `pkg:generic/node@${version}`,
  name: 'node',
  version,
  purl: `pkg:generic/node@${version}`,
});

export const bill = ({ image, version, nodeVersion, npm, debian }) => ({
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: { type: 'container', 'bom-ref': `quayside/${image}`, name: `quayside/${image}`, version },
  },
  components: [nodeComponent(nodeVersion), ...npm.map(npmComponent), ...debian.map(debianComponent)],
});
