/** That a route will go, and what takes its place. */
export interface Deprecation {
  /** The day since which nobody should begin to use it. */
  readonly since: `${number}-${number}-${number}`;
  /** The day from which on it may be gone. */
  readonly sunset: `${number}-${number}-${number}`;
  /** The path of the route in its place. */
  readonly successor: `/${string}`;
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The headers by which every answer of a route says so: RFC 9745, RFC 8594, and a link of RFC 5829. */
export const deprecationHeaders = ({
  deprecated,
}: {
  readonly deprecated?: Deprecation;
}): Readonly<Record<string, string>> =>
  deprecated
    ? {
        deprecation: `@${midnight(deprecated.since).getTime() / 1000}`,
        sunset: midnight(deprecated.sunset).toUTCString(),
        link: `<${deprecated.successor}>; rel="successor-version"`,
      }
    : {};
