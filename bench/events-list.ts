import { loadLiveList } from '@/lib/live/live-store';

// How long the server takes for the desk's whole list, in a process of its own on the server's core: no web, no browser.

const WARM_UPS = 5;
const TIMES = 50;

async function once(): Promise<number> {
  const from = performance.now();
  await loadLiveList(new Date());
  return performance.now() - from;
}

const { meetings } = await loadLiveList(new Date());
const people = meetings.reduce((sum, meeting) => sum + meeting.peopleCount, 0);
for (let count = 0; count < WARM_UPS; count++) await once();
const timesMs: number[] = [];
while (timesMs.length < TIMES) timesMs.push(await once());
console.log(`list ${JSON.stringify({ meetings: meetings.length, people, timesMs })}`);
process.exit(0);
