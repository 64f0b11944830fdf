/** Whether names of locations are checked against Infinity. */
export type Checking = 'on' | 'not-configured' | 'unreachable';

export function NameChecking({ checking }: { checking: Checking }) {
  if (checking === 'on') return null;
  return (
    <p className="mt-4 rounded-control bg-warn-soft px-3.5 py-2.5 text-sm leading-relaxed">
      {checking === 'not-configured'
        ? 'No Management Node is set up, so nobody checks that locations exist. Type their names exactly as Infinity has them: one wrong name and Infinity drops the whole answer.'
        : 'The Management Node does not answer just now, so the names below are not checked.'}
    </p>
  );
}
