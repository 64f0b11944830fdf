import announcements from './announcements.json';
import call from './call.json';
import devices from './devices.json';
import endings from './endings.json';
import join from './join.json';
import lobby from './lobby.json';
import panel from './panel.json';
import time from './time.json';

export const messages = { announcements, call, devices, endings, join, lobby, panel, time };
