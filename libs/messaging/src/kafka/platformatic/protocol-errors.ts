/** The errors of the Kafka protocol, such as `NOT_LEADER_OR_FOLLOWER`, that an error of the library carries. */
export const protocolErrors = (error: unknown): string[] => {
  if (!(error instanceof Error)) return [];
  const { apiId, errors, cause } = error as Error & { apiId?: unknown; errors?: unknown };
  return [
    ...(typeof apiId === 'string' ? [apiId] : []),
    ...(Array.isArray(errors) ? errors.flatMap(protocolErrors) : []),
    ...protocolErrors(cause),
  ];
};
