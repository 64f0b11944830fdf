import { existsSync } from 'node:fs';
import { parseSettings, type Settings } from './settings';
import { startSimulator } from './simulator';

function readSettings(): Settings {
  // Node has it since 20.12; before that, the environment alone counts.
  if (typeof process.loadEnvFile === 'function' && existsSync('.env')) process.loadEnvFile('.env');
  const outcome = parseSettings(process.env);
  if (outcome.ok) return outcome.settings;
  console.error(['The simulator cannot start with these settings:', ...outcome.problems].join('\n  '));
  process.exit(1);
}

const simulator = await startSimulator(readSettings(), (line) => console.log(line)).catch((error: unknown) => {
  console.error(`The simulator cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});

for (const { url, ip, location } of simulator.nodes) {
  console.log(`Conferencing Node ${ip} in ${location}: ${url}`);
}
console.log(`Management Node: ${simulator.managementUrl}`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return; // a terminal's Ctrl-C may come twice, from npm and from the shell
    isStopping = true;
    void simulator.stop().then(() => process.exit(0));
  });
}
