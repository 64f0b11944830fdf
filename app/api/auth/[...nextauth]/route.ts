import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

const serve = (request: Request, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions());

export { serve as GET, serve as POST };
