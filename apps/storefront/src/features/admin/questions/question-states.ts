/** What the list of questions is filtered by. */
export const questionStates = {
  waiting: 'Waiting',
  unanswered: 'No answer yet',
  pending: 'To be read',
  published: 'Shown',
  refused: 'Not shown',
} as const;
