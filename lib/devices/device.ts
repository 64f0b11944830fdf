import { z } from 'zod';
import { NOT_ONE_LINE, ONE_LINE } from '@/lib/one-line';
import { deviceAlias, LONGEST_ALIAS } from './device-alias';

// What the desk sends and reads of a device. Pure: the browser imports it.

/** A line as people type it: trimmed, and without control characters, which break rosters. */
const line = (max: number) =>
  z.string('must be text').trim().max(max, `must be at most ${max} characters`).regex(ONE_LINE, NOT_ONE_LINE);

/** Compared by Infinity character by character, so nothing is trimmed. Infinity takes 100 (policy-api.md §1, V). */
const secret = z.string('must be text').max(100, 'must be at most 100 characters').regex(ONE_LINE, NOT_ONE_LINE);

const alias = z
  .string('must be text')
  .max(512, `must be at most ${LONGEST_ALIAS} characters`)
  .transform((written, context) => {
    const undone = deviceAlias(written);
    if (undone !== null) return undone;
    const message = written.trim() === '' ? 'must not be empty' : 'must be like room7@example.com, without spaces';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** A device as an agent describes it, to add or to change one. */
export const DeviceInput = z
  .strictObject({
    /** What it registers as and what is dialled to reach it, with or without `sip:` or `h323:`. */
    alias,
    name: line(250).min(1, 'must not be empty'),
    kind: z.enum(['device', 'room'], 'must be device or room'),
    branch: line(120),
    /** Empty: it registers without credentials. */
    username: secret,
    /** Absent: a device that is changed keeps the password it has. */
    password: secret.optional(),
    isListed: z.boolean('must be true or false'),
    /** Which open meetings it finds in its directory; `own` are those that its agent created or joined. */
    finds: z.enum(['none', 'own', 'all'], 'must be none, own or all'),
    agentId: z.uuid('must be an agent').nullable(),
  })
  .superRefine(({ username, password, finds, agentId }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (username === '' && password) issue('username', 'is needed with a password');
    if (username !== '' && password === '') issue('password', 'is needed with a user name');
    if (finds === 'own' && agentId === null) issue('agentId', 'is needed: whose meetings should it find?');
  });
export type DeviceInput = z.infer<typeof DeviceInput>;

/** What a device said when somebody began to change it: whoever changed it meanwhile must not be overwritten unseen. */
const text = z.string().max(512);
export const DeviceBasis = z.strictObject({
  ...{ alias: text, name: text, kind: text, branch: text, username: text, finds: text },
  ...{ isListed: z.boolean(), agentId: z.string().max(100).nullable() },
});
export type DeviceBasis = z.infer<typeof DeviceBasis>;

/** Body of a change. */
export const DeviceChangeBody = DeviceInput.safeExtend({ basedOn: DeviceBasis });

/** A device as the desk shows it. The password stays on the server. */
export interface DeviceView {
  id: string;
  alias: string;
  name: string;
  kind: 'device' | 'room';
  branch: string;
  username: string;
  hasPassword: boolean;
  isListed: boolean;
  finds: 'none' | 'own' | 'all';
  agentId: string | null;
  agentName: string | null;
  /** Changes with the picture. Null: it has none. */
  avatarId: string | null;
}

/** An agent whom a device can belong to. */
export interface DeviceAgent {
  id: string;
  name: string;
  email: string;
}
