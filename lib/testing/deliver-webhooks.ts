import { runDeliveries } from '@/lib/jobs/run-deliveries';

// A process that tells webhooks and does nothing else, for tests that kill it.

runDeliveries();
console.log('ready');
