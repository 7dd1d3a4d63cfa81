// Prints where the time of a test run went, from the CTRF reports in the folder that is named first: each test project by its
// time, and the slowest tests.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const Slowest = 20;
const folder = process.argv[2];
const tests = [];
const projects = [];

for (const file of readdirSync(folder).filter(name => name.endsWith('.ctrf'))) {
  const { tests: own, extra } = JSON.parse(readFileSync(join(folder, file), 'utf8')).results;
  const [suite] = extra.suites;
  projects.push({ project: basename(suite.filePath, '.dll'), tests: own.length, seconds: (suite.stop - suite.start) / 1000, sum: total(own) });
  tests.push(...own.map(({ name, duration }) => ({ name, seconds: duration / 1000 })));
}

print('Test projects', projects.sort((a, b) => b.seconds - a.seconds).map(p =>
  `${clock(p.seconds)}  ${clock(p.sum)}  ${String(p.tests).padStart(5)}  ${p.project}`), 'elapsed  sum of tests  tests  project');
print(`The ${Slowest} slowest tests`, tests.sort((a, b) => b.seconds - a.seconds).slice(0, Slowest).map(t =>
  `${t.seconds.toFixed(1).padStart(7)} s  ${t.name.slice(0, 140)}`));

function total(own) {
  return own.reduce((sum, test) => sum + test.duration, 0) / 1000;
}

function clock(seconds) {
  const whole = Math.round(seconds);
  return `${String(Math.floor(whole / 60)).padStart(4)}:${String(whole % 60).padStart(2, '0')}`;
}

function print(title, lines, head) {
  console.log(['', title, ...(head ? [head] : []), ...lines].join('\n'));
}
