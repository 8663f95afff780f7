import { CatalogError } from './errors.ts';

export class QuestionNotFound extends CatalogError {
  readonly code = 'question-not-found' as const;
  constructor(id: string) {
    super(`There is no question ${id}`);
  }
}

export class AnswerNotFound extends CatalogError {
  readonly code = 'answer-not-found' as const;
  constructor(id: string) {
    super(`There is no answer ${id}`);
  }
}

export class AnswerNotYoursToGive extends CatalogError {
  readonly code = 'answer-not-yours-to-give' as const;
  constructor() {
    super('Whoever bought it may answer questions on it');
  }
}

export class QuestionIsYourOwn extends CatalogError {
  readonly code = 'question-is-your-own' as const;
  constructor() {
    super('Others answer it');
  }
}

export class TooManyQuestions extends CatalogError {
  readonly code = 'too-many-questions' as const;
  constructor(max: number) {
    super(`${max} questions of yours wait to be read`);
  }
}
