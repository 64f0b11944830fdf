import { callFromSite, expect, expectInCall, joinByLink, test } from './people';
import { expectSilence, expectToSeeAndHear, liveTracks } from './media';

// Two or three browsers, and all that they see and hear.
test.describe.configure({ timeout: 180_000 });

test('a visitor calls from the site, a guest and an agent join, and all see and hear each other', async ({
  newPerson,
}) => {
  const visitor = await newPerson();
  const scripts: string[] = [];
  visitor.on('request', (request) => scripts.push(request.url()));

  await test.step('nothing of PexRTC is loaded before the click', async () => {
    await visitor.goto('/');
    await expect(visitor.getByRole('button', { name: 'Talk to us' })).toBeEnabled();
    expect(scripts.filter((url) => url.includes('pexrtc'))).toEqual([]);
  });

  const { alias } = await callFromSite(visitor, 'Dana Reyes');
  expect(scripts.filter((url) => url.includes('/static/webrtc/js/pexrtc.js'))).toHaveLength(1);

  const guest = await newPerson();
  await joinByLink(guest, alias, 'Grandma Reyes');
  await expectInCall(guest);
  await test.step('both see and hear each other', async () => {
    await Promise.all([expectToSeeAndHear(visitor), expectToSeeAndHear(guest)]);
    await expect(visitor.getByRole('button', { name: '2 people' })).toBeVisible();
    await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();
  });

  await test.step('walking through the site keeps the call', async () => {
    const connections = await visitor.evaluate(() => window.connections.length);
    for (const name of ['Claims', 'Cover', 'Contact']) {
      await visitor.getByRole('banner').getByRole('link', { name, exact: true }).click();
      await expect(visitor).toHaveURL(new RegExp(`/${name.toLowerCase()}$`));
    }
    await visitor.goBack();
    await expectToSeeAndHear(visitor);
    expect(await visitor.evaluate(() => window.connections.length)).toBe(connections);
  });

  const agent = await newPerson({ signedIn: true });
  await test.step('the desk shows the meeting live, and the agent joins as host', async () => {
    const people = agent.getByRole('list', { name: /People in .*Dana Reyes/ });
    await expect(people).toContainText('Dana Reyes');
    await expect(people).toContainText('Grandma Reyes');
    await agent.getByRole('button', { name: /^Join .*Dana Reyes/ }).click();
    await agent.getByRole('button', { name: 'Join now' }).click();
    await expectInCall(agent);
    await Promise.all([agent, visitor, guest].map(expectToSeeAndHear));
    await expect(people.getByRole('listitem').filter({ hasText: 'Ingrid Solberg' })).toContainText('Agent');
  });

  await test.step('who leaves is gone for the others and at the desk, and their devices are off', async () => {
    await guest.getByRole('button', { name: 'Leave' }).click();
    await expect(visitor.getByRole('button', { name: '2 people' })).toBeVisible();
    await expect(agent.getByRole('list', { name: /People in .*Dana Reyes/ })).not.toContainText('Grandma Reyes');
    expect(await liveTracks(guest)).toBe(0);
  });
});

test('mute and camera do what they say, for oneself and for the others', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  const { alias } = await callFromSite(visitor, 'Noor');
  const guest = await newPerson({ phone: true });
  await joinByLink(guest, alias, 'Ben');
  await expectInCall(guest);
  await expectToSeeAndHear(guest);

  await visitor.getByRole('button', { name: 'Mute' }).click();
  await expectSilence(guest);
  await guest.getByRole('button', { name: '2 people' }).click();
  await expect(guest.getByRole('listitem').filter({ hasText: 'Noor' }).getByLabel('Muted')).toBeVisible();
  await visitor.getByRole('button', { name: 'Unmute' }).click();
  await expectToSeeAndHear(guest);

  await visitor.getByRole('button', { name: 'Stop video' }).click();
  await expect.poll(() => visitor.evaluate(liveVideo)).toBe(0); // the light is off
  await visitor.getByRole('button', { name: 'Start video' }).click();
  await expect.poll(() => visitor.evaluate(liveVideo)).toBeGreaterThan(0);
  await expectToSeeAndHear(guest);
});

test('a guest who comes first waits until a host is in', async ({ newPerson, request }) => {
  const created = await request.post('/api/meetings', { data: { topic: 'Roof repair' } });
  const { alias } = (await created.json()) as { alias: string };
  const guest = await newPerson();
  await joinByLink(guest, alias, 'Early Bird');
  await expect(guest.getByText('You’ll be let in shortly')).toBeVisible();

  const agent = await newPerson({ signedIn: true });
  await expect(agent.getByRole('list', { name: 'People in Roof repair' })).toContainText('waiting');
  await agent.getByRole('button', { name: 'Join Roof repair' }).click();
  await agent.getByRole('button', { name: 'Join now' }).click();
  await expectInCall(agent);
  await expect(guest.getByText('You’ll be let in shortly')).toBeHidden();
  await Promise.all([expectToSeeAndHear(guest), expectToSeeAndHear(agent)]);
});

function liveVideo(): number {
  const senders = window.connections.flatMap((each) => each.getSenders().map((sender) => sender.track));
  return senders.filter((track) => track?.kind === 'video' && track.readyState === 'live').length;
}
