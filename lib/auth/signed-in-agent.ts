/** The insurer's employee behind a session. */
export interface SignedInAgent {
  id: string;
  name: string;
  email: string;
}
