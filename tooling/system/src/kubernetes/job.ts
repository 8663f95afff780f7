import type { Command } from '../commands.ts';
import { labelsOf } from './deployment.ts';
import { environmentLines, indent } from './environment.ts';

export const job = (command: Command): string => `apiVersion: batch/v1
kind: Job
metadata:
  name: ${command.name}
  labels: { ${labelsOf(command)} }
spec:
  template:
    metadata:
      labels: { ${labelsOf(command)} }
    spec:
      containers:
        - name: app
          image: quayside/${command.process.image}
          command: [node, dist/${command.entry}.js]
${indent(10)(environmentLines(command))}
          resources:
            requests: { cpu: 50m, memory: 96Mi }
            limits: { memory: 256Mi }`;
