import '../../messaging/src/index.ts';
