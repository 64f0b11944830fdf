// Node 20 does not hand `--import tsx` on to threads.
import { register } from 'tsx/esm/api';

register();
await import('./pages-thread.ts');
