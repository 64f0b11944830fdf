import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { CLIENT_ADDRESS_HEADER, secondsToWait } from '@/lib/http/rate-limit';
import { checkPassword } from './check-password';

const SIGN_IN_LASTS_SECONDS = 12 * 60 * 60;

const SignInForm = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(200) });

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
        async authorize(credentials, request) {
          const form = SignInForm.safeParse(credentials);
          if (!form.success) return null;
          const headers = new Headers(request.headers as Record<string, string>);
          // By address and account together: a colleague behind the same gateway must not be locked out by another.
          const who = `${headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown'} ${form.data.email}`;
          // The page tells this error apart by its name.
          if ((await secondsToWait('sign-in', who)) !== null) throw new Error('RateLimited');
          return checkPassword(form.data.email, form.data.password);
        },
      }),
    ],
  };
}
