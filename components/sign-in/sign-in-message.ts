/** What went wrong with a sign-in, in words for the agent. `error` is next-auth's code, or ours from the authorizer. */
export function signInMessage(error: string): string {
  switch (error) {
    case 'CredentialsSignin':
      return 'The e-mail or the password is not right. Please try again.';
    case 'RateLimited':
      return 'Too many tries. Please wait a few minutes before the next one.';
    case 'SessionRequired':
      return 'Please sign in to see that page.';
    case 'Unreachable':
      return 'The server cannot be reached. Check your connection and try again.';
    default:
      return 'Signing in did not work. Please try again; if it goes on, tell your administrator.';
  }
}
