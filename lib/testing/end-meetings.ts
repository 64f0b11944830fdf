import { runEnds } from '@/lib/jobs/run-ends';

// Ends meetings as a process of its own, for tests that kill it: `node --import tsx lib/testing/end-meetings.ts`.

await runEnds();
console.log('ending meetings');
