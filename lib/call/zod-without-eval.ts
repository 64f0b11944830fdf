import * as z from 'zod/mini';

// zod speeds itself up by compiling code at run time. The site's content security policy forbids that, and every attempt
// would be reported as a violation. Imported by each file of the panel that parses, for this one effect.
// In the browser only: on the server it would slow down every other user of zod in the process.
if (typeof window !== 'undefined') z.config({ jitless: true });
