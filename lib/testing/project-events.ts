import { startProjector } from '@/lib/events/projector';

// A process of its own that applies stored events, for tests that kill it or have several at it.

startProjector();
console.log('applying');
