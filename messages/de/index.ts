import type { CallMessages } from '@/lib/words/messages';
import announcements from './announcements.json';
import call from './call.json';
import chat from './chat.json';
import devices from './devices.json';
import endings from './endings.json';
import lobby from './lobby.json';
import panel from './panel.json';
import people from './people.json';
import staying from './staying.json';
import time from './time.json';

export const messages: CallMessages = {
  ...{ announcements, call, chat, devices, endings, lobby, panel, people, staying, time },
};
