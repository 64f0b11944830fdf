import { callFromSite, expect, expectInCall, goBy, test } from './people';
import { stack } from './stack';

// Links of the page that would end the call, because Next follows them by a navigation of the browser.

test('a link that is pressed while a proxy answers for us is held, and goes later', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await callFromSite(visitor, 'Dana');
  const claims = visitor.getByRole('banner').getByRole('link', { name: 'Claims', exact: true });
  const site = `${stack().APP_URL}/**`;
  await visitor.route(site, (route) => route.fulfill({ status: 502, contentType: 'text/html', body: 'Bad Gateway' }));
  await claims.click();
  await expect(visitor.getByText('Without a connection this would end your call.')).toBeVisible();
  await expect(visitor).not.toHaveURL(/claims$/);
  await expectInCall(visitor);
  await visitor.unroute(site);
  await goBy(visitor, claims);
  await expect(visitor).toHaveURL(/claims$/);
  await expectInCall(visitor);
  expect(await visitor.evaluate(() => window.connections.length), 'calls made by this page').toBe(1);
});

test('after a new release a link opens beside the call', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await callFromSite(visitor, 'Dana');
  const health = `${stack().APP_URL}/api/health/live`;
  await visitor.route(health, (route) => route.fulfill({ status: 200, headers: { 'x-build': 'another' } }));
  const opened = visitor.context().waitForEvent('page');
  await visitor.getByRole('banner').getByRole('link', { name: 'Claims', exact: true }).click();
  await expect(await opened).toHaveURL(/claims$/);
  await expect(visitor).not.toHaveURL(/claims$/);
  await expectInCall(visitor);
});
