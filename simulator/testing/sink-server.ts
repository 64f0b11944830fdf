import { z } from 'zod';
import { readJson } from '../http/http-exchange';
import { listen } from '../http/listen';

export const envelopeSchema = z.object({
  node: z.string(),
  seq: z.number(),
  version: z.literal([1, 2]),
  time: z.number(),
  event: z.string(),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

interface Attempt {
  envelope: Envelope;
  authorization: string | undefined;
  status: number;
  at: number;
}

/** A real event sink; `statusFor` decides the answer to each attempt, 0 is none at all. */
export async function startSinkServer(statusFor: (envelope: Envelope, attempt: number) => number = () => 200) {
  const attempts: Attempt[] = [];
  const server = await listen(
    (incoming, response) => {
      void readJson(incoming).then((body) => {
        const envelope = envelopeSchema.parse(body);
        const status = statusFor(envelope, attempts.length);
        attempts.push({ envelope, authorization: incoming.headers.authorization, status, at: Date.now() });
        if (status > 0) response.writeHead(status).end();
      });
    },
    '127.0.0.1',
    0,
    null,
  );
  const accepted = () => attempts.filter(({ status }) => status === 200).map(({ envelope }) => envelope);
  return { url: `http://127.0.0.1:${server.port}/events`, attempts, accepted, stop: () => server.close() };
}
