/** What the list of questions is filtered by. */
export const questionStates = {
  waiting: 'Something to read',
  unanswered: 'Shown without an answer',
  pending: 'To be read',
  published: 'Shown',
  refused: 'Not shown',
} as const;
