import chromium from '@sparticuz/chromium';

// Unpacks into the folder that TMPDIR names; see packaged-chromium.ts, which runs this as a process of its own.
await chromium.executablePath();
