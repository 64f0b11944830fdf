import type { Page } from '@playwright/test';
import { CORNER, expectAccessible, JOIN_PAGE } from './accessible';
import { expectSilence, expectToSeeAndHear } from './media';
import { expectToHear } from './heard';
import { expect, expectInCall, joinByLink, press, test, twoInCall } from './people';
import { personIn } from './person-in';

declare global {
  interface Window {
    chimes: number;
  }
}

// Two or three browsers, and axe on each state.
test.describe.configure({ timeout: 240_000 });

test('a host mutes everybody, calls a telephone and a room in, and hands the tools over', async ({ newPerson }) => {
  const { dana, sam, alias } = await twoInCall(newPerson);
  await press(dana, '2 people');
  const people = dana.getByRole('region', { name: 'People', exact: true });
  await press(dana, 'Actions for Sam');
  await expectAccessible(dana, 'the people list with a host’s menu', CORNER);

  await press(dana, 'Mute all guests');
  await expect(people).toContainText('Guests are muted.');
  await expect(sam.getByText('A host muted you. Nobody hears you')).toBeVisible();
  await expectToHear(sam, 'A host muted you.');
  await expectAccessible(sam, 'muted by a host', JOIN_PAGE);
  await expectSilence(dana);
  await press(dana, 'Let guests speak');
  await expect(sam.getByText('A host muted you. Nobody hears you')).toBeHidden();
  await press(sam, 'Unmute');
  await expectToSeeAndHear(dana);

  const field = dana.getByLabel('Call a telephone or a room');
  await field.fill('the boardroom');
  await field.press('Enter');
  await expect(people).toContainText('Enter a telephone number or an address');
  await expect(people.getByText('Enter a telephone number or an address')).toBeInViewport();
  await expectAccessible(dana, 'a number that is none', CORNER);
  await field.fill('+47 22 33 44 55');
  await field.press('Enter');
  await expectToHear(dana, '+47 22 33 44 55 is being called.');
  await field.fill('boardroom@company.example');
  await dana.getByRole('button', { name: 'Call', exact: true }).click();
  await expectToHear(dana, 'boardroom@company.example is being called.');
  const dialled = people.getByRole('listitem').filter({ has: dana.getByLabel('Telephone or room system') });
  await expect(dialled).toHaveText([/\+?4722334455/, /boardroom@company\.example/]);
  await expect(sam.getByRole('button', { name: '4 people' })).toBeVisible();

  await field.fill('+47 99');
  await press(dana, 'Ways to end the call');
  const endings = dana.getByRole('group', { name: 'Leaving the call' });
  await expect(endings).toBeVisible();
  // Sam's actions are open since they were looked at.
  await press(dana, 'Make host');
  await expectToHear(sam, 'You are a host now.');
  await press(sam, '4 people');
  await press(sam, 'Actions for Dana');
  await press(sam, 'Make guest');
  await expectToHear(dana, 'You are a guest now.');
  await expect(dana.getByRole('heading', { name: 'For hosts' })).toBeHidden();
  await expect(dana.getByRole('button', { name: /^Actions for/ })).toHaveCount(0);
  expect((await personIn(alias, 'Dana')).role).toBe('guest');
  await expectToHear(dana, 'Only hosts can call others in. What you typed is kept');
  await expectAccessible(dana, 'a number that is kept for a host', CORNER);
  await press(sam, 'Actions for Dana');
  await press(sam, 'Make host');
  await expect(field).toHaveValue('+47 99');
  await expect(people.getByText('What you typed is kept')).toBeHidden();
  await expect(endings, 'it does not open again by itself').toBeHidden();
  await press(sam, 'Actions for boardroom@company.example');
  await press(sam, 'Remove from the call');
  await press(sam, 'Press again to remove');
  await expect(dana.getByRole('button', { name: '3 people' })).toBeVisible();
});

/** Counts the chimes, by their first note. */
function countChimes(): void {
  const Original = window.OscillatorNode;
  window.chimes = 0;
  window.OscillatorNode = class extends Original {
    constructor(context: BaseAudioContext, options: OscillatorOptions = {}) {
      super(context, options);
      if (options.frequency === 523.25) window.chimes += 1;
    }
  };
}
const chimes = (page: Page) => page.evaluate(() => window.chimes);

test('whoever comes to a locked call waits, on a phone too, until a host opens it', async ({ newPerson }) => {
  const { dana, sam, alias } = await twoInCall(newPerson, (page) => page.addInitScript(countChimes));
  await press(dana, '2 people');
  await press(dana, 'Lock the call');
  await expectToHear(dana, 'The call is locked.');
  await press(sam, '2 people');
  await expect(sam.getByText('Locked: whoever comes now has to be let in.')).toBeVisible();

  await press(dana, 'Minimise');
  const kim = await newPerson({ phone: true });
  await joinByLink(kim, alias, 'Kim');
  await expectInCall(kim);
  await expect(kim.getByText('You’ll be let in shortly')).toBeVisible();
  await expectToHear(kim, 'You are waiting to be let in.');
  await expect(kim.getByRole('button', { name: 'Chat' })).toHaveCount(0);
  await expectAccessible(kim, 'the waiting room, 390 px', JOIN_PAGE);
  await expectToHear(dana, 'Kim waits to be let in.');
  await expect(dana.getByRole('button', { name: 'Admit' })).toBeVisible();
  await expectAccessible(dana, 'somebody waits, in the tile', CORNER);
  await press(dana, 'Open call');
  await expectAccessible(dana, 'somebody waits', CORNER);
  await expect.poll(() => chimes(dana)).toBe(1);
  await press(dana, 'Refuse Kim');
  await press(dana, 'Refuse? Press again to refuse Kim');
  await expect(dana.getByRole('heading', { name: 'People', exact: true })).toBeFocused();
  await expect(kim.getByRole('heading', { name: 'You were taken out of the call' })).toBeVisible();
  await joinByLink(kim, alias, 'Kim');
  await expect(kim.getByText('You’ll be let in shortly')).toBeVisible();
  await expect.poll(() => chimes(dana)).toBe(2);

  await press(dana, 'Unlock the call');
  await expectToHear(dana, 'The call is unlocked.');
  await expect(kim.getByText('You’ll be let in shortly')).toBeHidden();
  await expectToSeeAndHear(kim);

  await press(kim, 'More actions');
  await press(kim, 'Raise hand');
  await expectToHear(dana, 'Kim raised a hand.');
  await expectAccessible(dana, 'a raised hand', CORNER);
  await press(dana, 'Actions for Kim');
  await press(dana, 'Lower hand');
  await expect(dana.getByRole('region', { name: 'Raised hands' })).toBeHidden();
  await press(kim, 'More actions');
  await expect(kim.getByRole('button', { name: 'Raise hand' })).toBeVisible();
});
