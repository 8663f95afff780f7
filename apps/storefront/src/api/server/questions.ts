import 'server-only';
import { catalogApi, type AdminQuestionInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getQuestion, listAdminQuestions, listOwnQuestions, readOwnPartInQuestions } = catalogApi.routes;

export const readOwnPartInQuestionsOn = (slug: string) =>
  readGateway(readOwnPartInQuestions, { params: { slug } });

export const readOwnQuestions = () => readGateway(listOwnQuestions, {});

export const readQuestions = (query: AdminQuestionInput) => readGateway(listAdminQuestions, { query });

export const readQuestion = (id: string) => readGateway(getQuestion, { params: { id } });
