import '../../../../libs/http/src/index.ts';
