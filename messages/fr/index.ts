import type { Messages } from '@/lib/words/messages';
import announcements from './announcements.json';
import call from './call.json';
import chat from './chat.json';
import closed from './closed.json';
import devices from './devices.json';
import endings from './endings.json';
import invite from './invite.json';
import join from './join.json';
import lobby from './lobby.json';
import panel from './panel.json';
import people from './people.json';
import staying from './staying.json';
import time from './time.json';

export const messages: Messages = {
  ...{ announcements, call, chat, closed, devices, endings, invite, join, lobby, panel, people, staying, time },
};
