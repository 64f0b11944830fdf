import { randomUUID } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { addressKey, clientAddress, forgetAttempts, secondsToWait } from '@/lib/http/rate-limit';
import { checkPassword } from './check-password';
import type { SignedInAgent } from './signed-in-agent';

const SIGN_IN_LASTS_SECONDS = 12 * 60 * 60;

const SignInForm = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^\P{Cc}+$/u),
  password: z.string().min(1).max(200),
});

/** next-auth's settings. A function, since building the site must not need the secret. */
export function authOptions(): NextAuthOptions {
  return {
    secret: settings().nextAuthSecret,
    session: { strategy: 'jwt', maxAge: SIGN_IN_LASTS_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      session: ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub } }),
    },
    providers: [
      Credentials({
        name: 'E-mail and password',
        credentials: { email: { label: 'E-mail' }, password: { label: 'Password', type: 'password' } },
        authorize: (credentials, request) =>
          signIn(credentials, new Headers(request.headers as Record<string, string>)),
      }),
    ],
  };
}

/** Whom these credentials belong to. Its errors are names that the sign-in page knows: next-auth shows them to anybody. */
async function signIn(credentials: unknown, headers: Headers): Promise<SignedInAgent | null> {
  const form = SignInForm.safeParse(credentials);
  if (!form.success) return null;
  const { email, password } = form.data;
  let isLimited: boolean;
  try {
    const address = addressKey(clientAddress(headers));
    // By account and address together, so that nobody locks a colleague out from elsewhere; by address alone more
    // loosely, so that one cannot try account after account.
    const waits = [
      await secondsToWait('sign-in', `${address} ${email}`),
      await secondsToWait('sign-in-address', address),
    ];
    isLimited = waits.some((seconds) => seconds !== null);
    if (!isLimited) {
      const agent = await checkPassword(email, password);
      // Only wrong passwords count: an agent may come and go all day.
      if (agent) await forgetAttempts('sign-in', `${address} ${email}`);
      return agent;
    }
  } catch (error) {
    const id = randomUUID();
    console.error(`[${id}] sign-in failed:`, error);
    throw new Error('Unavailable');
  }
  throw new Error('RateLimited');
}
