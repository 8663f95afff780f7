import { images, type Image } from './images.ts';
import { migrationOf } from './commands.ts';

/** The jobs of an image, as entries. */
export const jobsOf = ({ processes }: Image): string[] => [
  ...new Set(processes.flatMap((process) => [...(migrationOf(process) ? ['migrate'] : []), ...process.jobs])),
];

export const pathOf = (entry: string): string => `dist/${entry}.js`;
const listed = (paths: readonly string[]) => paths.join(', ');

/** What an image runs when nothing else is said. */
export const defaultCommandOf = ({ folder, processes: [first] }: Image): string =>
  first?.entry === undefined ? `${folder}/server.js` : pathOf(first.entry);

const about = (image: Image): string[] => {
  const [entries, jobs] = [image.processes.flatMap(({ entry }) => entry ?? []), jobsOf(image)];
  return [
    ...(entries.length > 1 ? [`# Processes: ${listed(entries.map(pathOf))}`] : []),
    ...(jobs.length > 0 ? [`# Job${jobs.length > 1 ? 's' : ''}: ${listed(jobs.map(pathOf))}`] : []),
  ];
};

const target = (image: Image): string => {
  const { name, standalone, processes } = image;
  const ports = processes.flatMap(({ port, otherPorts }) => [port, ...Object.values(otherPorts)]);
  return [
    ...about(image),
    `FROM runtime AS ${name}`,
    `LABEL org.opencontainers.image.title="quayside/${name}" \\`,
    `      org.opencontainers.image.description="${image.about}"`,
    ...(standalone
      ? [
          '# Next.js knows the address to listen on by this name.',
          `ENV HOSTNAME=0.0.0.0 PORT=${ports[0]} NEXT_TELEMETRY_DISABLED=1`,
        ]
      : []),
    `COPY --from=${standalone ? 'pages' : 'bundles'} /out/${name} ./`,
    `EXPOSE ${ports.join(' ')}`,
    `CMD ["${defaultCommandOf(image)}"]`,
  ].join('\n');
};

/** The last stages of the Dockerfile, one for each image. */
export const imageTargets = (): string => images.map(target).join('\n\n');
