import 'server-only';
import { gatewayApi, type AccountLanguage } from '@quayside/contracts';
import { readGateway, sendThroughGateway } from './gateway.ts';

export const readAccountSecurity = () => readGateway(gatewayApi.routes.getAccountSecurity, {});

export const chooseAccountLanguage = (language: AccountLanguage) =>
  sendThroughGateway(gatewayApi.routes.chooseLanguage, { body: { language } });
