import type { HttpReply } from '../http/http-exchange';

// The envelope of client-api.md §1: "understood" is `success`, also when it asks for another step; refusals are `failed`.
export const success = (result: unknown): HttpReply => ({ status: 200, json: { status: 'success', result } });
export const nextStep = (result: unknown): HttpReply => ({ status: 403, json: { status: 'success', result } });
export const refusal = (status: number, result: string): HttpReply => ({ status, json: { status: 'failed', result } });

export const invalidToken: HttpReply = { status: 403, json: { status: 'success', result: 'Invalid token' } };
export const hostsOnly = refusal(403, 'Invalid role');
export const presentationRefused = refusal(403, 'Presentation is not allowed');
export const noSuchParticipant = refusal(404, 'Participant not found');
export const notFound = refusal(404, '404 Not Found');
export const unknownAlias = refusal(404, 'Neither conference nor gateway found');

export function badBody(field: string): HttpReply {
  return refusal(400, `Invalid request: ${field}`);
}
