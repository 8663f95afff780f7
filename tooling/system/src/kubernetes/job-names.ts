/** The replacement that gives a Job the tag of its image as the end of its name. */
export const jobName = (name: string): string => `- source:
    kind: Job
    name: ${name}
    fieldPath: spec.template.spec.containers.0.image
    options: { delimiter: ':', index: 1 }
  targets:
    - select: { kind: Job, name: ${name} }
      fieldPaths: [metadata.name]
      options: { delimiter: '-', index: 2 }`;

export const aboutJobNames =
  '# A Job cannot be changed, so each image tag has Jobs of its own: catalog-migrate-<tag>.';
