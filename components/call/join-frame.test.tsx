import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { JoinFrame } from './join-frame';

it('the page is no nameless group: all its buttons would look pointed at wherever one points', () => {
  const page = renderToStaticMarkup(
    <JoinFrame language="en" languageLabel="Language" newTabLabel="opens anew" wordmark={{ name: 'Harbourline' }}>
      <p>The call</p>
    </JoinFrame>,
  );
  expect(page).toContain('The call');
  const classes = [...page.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names?.split(' ') ?? []);
  expect(classes).not.toContain('group');
});
